package org.evenhand.kit.web.startup;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Requires TLS to Kafka with verified certificates of its brokers. */
public final class KafkaCheck implements ReadinessCheck {

  private static final String BROKERS = "kafka.bootstrap.servers";
  private static final String PROTOCOL = "kafka.security.protocol";
  private static final String HOST = "kafka.ssl.endpoint.identification.algorithm";
  private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");

  @Override
  public Stream<Fault> faults(Settings settings) {
    Stream.Builder<Fault> faults = Stream.builder();
    if (settings.value(BROKERS).isEmpty()) {
      faults.add(Fault.severe(BROKERS, "no Kafka is set; set its brokers."));
    }
    String protocol = settings.value(PROTOCOL).orElse("PLAINTEXT").toUpperCase(Locale.ROOT);
    if (!ENCRYPTED.contains(protocol)) {
      faults.add(Fault.severe(PROTOCOL, "Kafka is open; set SSL or SASL_SSL."));
    }
    if (settings.isEmptied(HOST)
        || settings.value(HOST).filter(h -> !h.equalsIgnoreCase("https")).isPresent()) {
      faults.add(Fault.severe(HOST, "the names of brokers would not be verified; leave it out."));
    }
    return faults.build();
  }
}
