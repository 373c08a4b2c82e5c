package org.evenhand.kit.web.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Settings that must not reach production, each as a sentence that says what to do. */
final class Dangers {

  private static final Pattern SECRET =
      Pattern.compile(".*(password|secret|client-secret|secret-key)$");
  private static final Set<String> WELL_KNOWN =
      Set.of(
          "",
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
  private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");

  private final Config config;
  private final List<String> found = new ArrayList<>();

  private Dangers(Config config) {
    this.config = config;
  }

  static List<String> in(Config config) {
    Dangers dangers = new Dangers(config);
    dangers.issuer();
    dangers.verification();
    dangers.kafka();
    dangers.secrets();
    return List.copyOf(dangers.found);
  }

  private void issuer() {
    Optional<String> issuer = value("quarkus.oidc.auth-server-url");
    if (issuer.isEmpty() && value("quarkus.oidc.public-key").isEmpty()) {
      found.add("No token issuer is set: set quarkus.oidc.auth-server-url to the realm's URL.");
    }
    if (issuer.filter(url -> !url.startsWith("https://")).isPresent()) {
      found.add(
          "The token issuer is reached without TLS: quarkus.oidc.auth-server-url must begin with"
              + " https://.");
    }
    if (value("quarkus.oidc.token.audience").isEmpty()) {
      found.add("Tokens of any audience would be accepted: set quarkus.oidc.token.audience.");
    }
  }

  private void verification() {
    if (is("quarkus.tls.trust-all", "true") || is("quarkus.oidc.tls.verification", "none")) {
      found.add(
          "TLS certificates are not verified: remove quarkus.tls.trust-all and"
              + " quarkus.oidc.tls.verification.");
    }
  }

  private void kafka() {
    if (value("kafka.bootstrap.servers").isEmpty()) {
      return;
    }
    String protocol = value("kafka.security.protocol").orElse("PLAINTEXT");
    if (!ENCRYPTED.contains(protocol.toUpperCase(Locale.ROOT))) {
      found.add(
          "Kafka is open (" + protocol + "): set kafka.security.protocol to SSL or SASL_SSL.");
    }
  }

  private void secrets() {
    StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> SECRET.matcher(name).matches())
        .sorted()
        .filter(name -> value(name).filter(secret -> isWellKnown(name, secret)).isPresent())
        .forEach(
            name -> found.add(name + " is a well-known development secret: set one of your own."));
  }

  /** Or the user's own name, as our local databases have it. */
  private boolean isWellKnown(String name, String secret) {
    String plain = secret.toLowerCase(Locale.ROOT);
    boolean isUser =
        name.endsWith("password") && is(name.replaceAll("password$", "username"), secret);
    return isUser
        || WELL_KNOWN.contains(plain)
        || plain.startsWith("dev-")
        || plain.startsWith("local-");
  }

  private boolean is(String name, String value) {
    return value(name).filter(value::equalsIgnoreCase).isPresent();
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(name, String.class);
  }
}
