package org.evenhand.kit.web.startup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets of development that everybody knows. */
public final class SecretsCheck implements ReadinessCheck {

  private static final Pattern SECRET = Pattern.compile(".*[.-](password|secret|secret[.-]key)");
  private static final Pattern WITHIN = Pattern.compile("password=\"([^\"]*)\"");
  private static final Set<String> WELL_KNOWN =
      Set.of(
          "admin",
          "changeit",
          "changeme",
          "demo",
          "dev",
          "evenhand",
          "evenhand-dev",
          "local",
          "password",
          "postgres",
          "secret",
          "test");

  @Override
  public Stream<Fault> faults(Settings settings) {
    return settings
        .names("quarkus", "evenhand", "kafka")
        .filter(
            name ->
                isSecret(name)
                    ? settings.value(name).filter(s -> isWellKnown(settings, name, s)).isPresent()
                    : settings.value(name).filter(SecretsCheck::holdsWellKnown).isPresent())
        .map(name -> Fault.severe(name, "is a well-known secret; set one of your own."));
  }

  private static boolean isSecret(String name) {
    return SECRET.matcher(Settings.dotted(name)).matches();
  }

  /** Or the user's own name, as our local databases have it. */
  private static boolean isWellKnown(Settings settings, String name, String secret) {
    String user = Settings.dotted(name).replaceAll("password$", "username");
    return isWellKnown(secret)
        || name.toLowerCase(Locale.ROOT).endsWith("password") && settings.is(user, secret);
  }

  private static boolean isWellKnown(String secret) {
    String plain = secret.toLowerCase(Locale.ROOT);
    return WELL_KNOWN.contains(plain) || plain.startsWith("dev-") || plain.startsWith("local-");
  }

  /** As in {@code kafka.sasl.jaas.config}. */
  private static boolean holdsWellKnown(String value) {
    Matcher within = WITHIN.matcher(value);
    return within.find() && isWellKnown(within.group(1));
  }
}
