package org.evenhand.kit.data.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhand.kit.web.startup.Fault;
import org.evenhand.kit.web.startup.KafkaCheck;
import org.evenhand.kit.web.startup.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreChecksTest {

  private static final Map<String, String> FIT =
      Map.of(
          "quarkus.datasource.jdbc.url", "jdbc:postgresql://db:5432/policy?sslmode=verify-full",
          "quarkus.datasource.reactive.url", "postgresql://db:5432/policy?sslmode=verify-full",
          "quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS",
          "kafka.bootstrap.servers", "kafka:9093",
          "kafka.security.protocol", "SASL_SSL");

  @Test
  void storesOverVerifiedTlsAreLetThrough() {
    assertEquals(List.of(), properties(FIT));
  }

  @Test
  void theModeMayStandInItsOwnProperty() {
    Map<String, String> settings = new HashMap<>(FIT);
    settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://db/policy");
    settings.put("quarkus.datasource.jdbc.additional-jdbc-properties.sslmode", "verify-full");
    settings.put("quarkus.datasource.reactive.url", "postgresql://db/policy");
    settings.put("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full");
    assertEquals(List.of(), properties(settings));
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db:5432/policy",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db/policy?sslmode=require",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db/policy?sslmode=verify-ca",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://127.0.0.1/policy?ssl=false",
        "quarkus.datasource.jdbc.url, -",
        "quarkus.datasource.reactive.url, postgresql://db:5432/policy",
        "quarkus.datasource.reactive.url, postgresql://db/policy?sslmode=prefer",
        "quarkus.datasource.reactive.hostname-verification-algorithm, -",
        "quarkus.datasource.reactive.hostname-verification-algorithm, NONE",
        "kafka.security.protocol, -",
        "kafka.security.protocol, PLAINTEXT",
        "kafka.security.protocol, SASL_PLAINTEXT",
        "kafka.ssl.endpoint.identification.algorithm, ''",
        "kafka.ssl.endpoint.identification.algorithm, none",
        "kafka.bootstrap.servers, -",
      })
  void anOpenStoreIsNamed(String property, String value) {
    Map<String, String> settings = new HashMap<>(FIT);
    settings.remove(property);
    if (value != null) {
      settings.put(property, value);
    }
    assertEquals(List.of(property), properties(settings));
  }

  private static List<String> properties(Map<String, String> values) {
    Settings settings =
        new Settings(
            new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build());
    return Stream.of(new DatabaseCheck(), new KafkaCheck())
        .flatMap(check -> check.faults(settings))
        .map(Fault::property)
        .toList();
  }
}
