package org.evenhand.kit.data.startup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenhand.kit.web.startup.Fault;
import org.evenhand.kit.web.startup.ReadinessCheck;
import org.evenhand.kit.web.startup.Settings;

/** Requires TLS to PostgreSQL with a certificate that is verified for its host: verify-full. */
public final class DatabaseCheck implements ReadinessCheck {

  private static final String JDBC = "quarkus.datasource.jdbc.url";
  private static final String JDBC_MODE =
      "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode";
  private static final String REACTIVE = "quarkus.datasource.reactive.url";
  private static final String REACTIVE_MODE = "quarkus.datasource.reactive.postgresql.ssl-mode";
  private static final String HOST = "quarkus.datasource.reactive.hostname-verification-algorithm";
  private static final Pattern MODE = Pattern.compile("[?&]sslmode=([^&]*)");
  private static final Pattern FACTORY = Pattern.compile("[?&]sslfactory=[^&]*NonValidating[^&]*");

  @Override
  public Stream<Fault> faults(Settings settings) {
    return Stream.of(
            address(settings, JDBC, JDBC_MODE),
            address(settings, REACTIVE, REACTIVE_MODE),
            factory(settings),
            host(settings))
        .flatMap(Optional::stream);
  }

  private static Optional<Fault> address(Settings settings, String url, String mode) {
    Optional<String> address = settings.value(url);
    if (address.isEmpty()) {
      return Optional.of(Fault.severe(url, "no database is set; set its address."));
    }
    boolean full =
        mode(settings, address.get(), mode).filter("verify-full"::equalsIgnoreCase).isPresent();
    return full
        ? Optional.empty()
        : Optional.of(
            Fault.severe(
                url,
                "PostgreSQL is reached without TLS, or without verifying that it is ours; add"
                    + " sslmode=verify-full to it, or set "
                    + mode
                    + "."));
  }

  /** A parameter in the address takes precedence over the property. */
  private static Optional<String> mode(Settings settings, String address, String property) {
    Matcher mode = MODE.matcher(address);
    return mode.find() ? Optional.of(mode.group(1)) : settings.value(property);
  }

  /** The reactive client verifies the host name only when it is told how. */
  private static Optional<Fault> host(Settings settings) {
    return settings.is(HOST, "HTTPS")
        ? Optional.empty()
        : Optional.of(
            Fault.severe(HOST, "the name of PostgreSQL's host isn't verified; set HTTPS."));
  }

  private static Optional<Fault> factory(Settings settings) {
    return settings
        .value(JDBC)
        .filter(address -> FACTORY.matcher(address).find())
        .map(address -> Fault.severe(JDBC, "sslfactory verifies nothing; leave it out."));
  }
}
