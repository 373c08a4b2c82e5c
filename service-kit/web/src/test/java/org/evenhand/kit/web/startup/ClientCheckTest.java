package org.evenhand.kit.web.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCheckTest {

  private static final Map<String, String> FIT =
      Map.of(
          "quarkus.oidc-client.auth-server-url", "https://id.example.org/realms/evenhand",
          "quarkus.oidc-client.client-id", "evenhand-policy",
          "quarkus.oidc-client.credentials.secret", "b0b51f0c2a");

  @Test
  void aServiceWithAClientOfTheRealmIsLetThrough() {
    assertEquals(List.of(), faults(FIT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarkus.oidc-client.auth-server-url",
        "quarkus.oidc-client.client-id",
        "quarkus.oidc-client.credentials.secret"
      })
  void whatTheClientLacksIsNamed(String property) {
    Map<String, String> settings = new HashMap<>(FIT);
    settings.remove(property);

    assertEquals(List.of(property), faults(settings).stream().map(Fault::property).toList());
  }

  private static List<Fault> faults(Map<String, String> settings) {
    var config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build();
    return new ClientCheck().faults(new Settings(config)).toList();
  }
}
