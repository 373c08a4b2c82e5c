package org.evenhand.kit.web.startup;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Requires verified TLS for every connection to another system. Properties are recognised by the
 * end of their names, so that a named tenant, client or TLS configuration is checked like the
 * default one.
 */
public final class TransportCheck implements ReadinessCheck {

  private static final Pattern UNENCRYPTED = Pattern.compile("(?i)(^|[,\\s])(http|ws)://.*");

  /** What a property has to be, by the end of its name. */
  private static final Map<String, Set<String>> WANTED =
      Map.of(
          "trust-all", Set.of("false"),
          "tls.verification", Set.of("required"),
          "verify-host", Set.of("true"),
          "hostname-verification-algorithm", Set.of("https"),
          "hostname-verifier", Set.of());

  @Override
  public Stream<Fault> faults(Settings settings) {
    return settings
        .names("quarkus", "evenhand")
        .flatMap(
            name ->
                settings.value(name).stream()
                    .flatMap(
                        value -> Stream.concat(unencrypted(name, value), unverified(name, value))));
  }

  private static Stream<Fault> unencrypted(String name, String value) {
    if (!UNENCRYPTED.matcher(value).find()) {
      return Stream.empty();
    }
    String words = "is reached without TLS; set an address that begins with https://.";
    return Stream.of(
        Settings.dotted(name).startsWith("quarkus.otel.")
            ? Fault.warning(name, words)
            : Fault.severe(name, words));
  }

  private static Stream<Fault> unverified(String name, String value) {
    String plain = Settings.dotted(name).replace('.', '-');
    return WANTED.entrySet().stream()
        .filter(wanted -> plain.endsWith("-" + wanted.getKey().replace('.', '-')))
        .filter(wanted -> !wanted.getValue().contains(value.toLowerCase(java.util.Locale.ROOT)))
        .map(
            wanted ->
                Fault.severe(
                    name,
                    "TLS certificates or names would not be verified; leave it out"
                        + wanted.getValue().stream()
                            .map(v -> ", or set " + v)
                            .findFirst()
                            .orElse("")
                        + "."));
  }
}
