package org.evenhand.kit.web.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DangersTest {

  private static final Map<String, String> SAFE =
      Map.of(
          "quarkus.oidc.auth-server-url", "https://id.example.org/realms/evenhand",
          "quarkus.oidc.token.audience", "evenhand-api",
          "kafka.bootstrap.servers", "kafka:9093",
          "kafka.security.protocol", "SASL_SSL",
          "quarkus.datasource.username", "analytics",
          "quarkus.datasource.password", "9c1f0a7e44",
          "quarkus.http.host", "0.0.0.0");

  @Test
  void aSafeConfigurationHasNoDangers() {
    assertEquals(List.of(), dangers(SAFE));
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "quarkus.oidc.auth-server-url, http://id.example.org/realms/evenhand, without TLS",
    "kafka.security.protocol, PLAINTEXT, Kafka is open",
    "kafka.security.protocol, SASL_PLAINTEXT, Kafka is open",
    "quarkus.datasource.password, evenhand, well-known development secret",
    "quarkus.oidc-client.credentials.secret, dev-secret-1, well-known development secret",
    "quarkus.datasource.password, analytics, well-known development secret",
    "quarkus.tls.trust-all, true, not verified",
    "quarkus.oidc.tls.verification, none, not verified",
  })
  void aDangerousSettingIsNamed(String name, String value, String sentence) {
    Map<String, String> settings = new HashMap<>(SAFE);
    settings.put(name, value);
    List<String> dangers = dangers(settings);
    assertEquals(1, dangers.size(), dangers.toString());
    assertTrue(dangers.get(0).contains(sentence), dangers.get(0));
    assertTrue(dangers.get(0).contains("set ") || dangers.get(0).contains(name), dangers.get(0));
  }

  @Test
  void whatIsMissingIsNamedToo() {
    Map<String, String> settings = new HashMap<>(SAFE);
    settings.remove("quarkus.oidc.auth-server-url");
    settings.remove("quarkus.oidc.token.audience");
    settings.remove("kafka.security.protocol");
    assertEquals(3, dangers(settings).size());
  }

  private static List<String> dangers(Map<String, String> settings) {
    return Dangers.in(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build());
  }
}
