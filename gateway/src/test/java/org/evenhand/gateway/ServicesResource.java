package org.evenhand.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three services that run, and an address for calibration, where none does until a test says. */
public final class ServicesResource implements QuarkusTestResourceLifecycleManager {

  /** Limits that a test can reach, and nothing remembered, because services come and go. */
  private static final Map<String, String> SMALL =
      Map.ofEntries(
          Map.entry("%test.evenhand.ui-origins", "https://ui.example.org"),
          Map.entry("%test.evenhand.gateway.kafka.bootstrap", "kafka.example.org:9093"),
          Map.entry("evenhand.gateway.contact.name", "People Systems"),
          Map.entry("evenhand.gateway.contact.email", "people-systems@example.org"),
          Map.entry("evenhand.gateway.import-limit", "4M"),
          Map.entry("evenhand.gateway.response-time", "1S"),
          Map.entry("evenhand.gateway.body-time", "3S"),
          Map.entry("evenhand.gateway.head-time", "3S"),
          Map.entry("evenhand.gateway.stall-time", "1S"),
          Map.entry("evenhand.gateway.connections", "4"),
          Map.entry("evenhand.gateway.shares.requests-of-caller", "6"),
          Map.entry("evenhand.gateway.shares.bodies-of-caller", "3M"),
          Map.entry("evenhand.gateway.shares.imports", "3"),
          Map.entry("evenhand.gateway.shares.imports-of-caller", "2"),
          Map.entry("evenhand.gateway.catalogue-age", "0S"),
          Map.entry("evenhand.gateway.health-age", "0S"),
          Map.entry("evenhand.gateway.rates.address.burst", "1000"),
          Map.entry("evenhand.gateway.rates.address.per-second", "1000"));

  private final List<Service> services = new ArrayList<>();

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>();
    for (String name : List.of("policy", "review", "analytics")) {
      Service service = new Service(name, 0);
      services.add(service);
      settings.put("evenhand." + name + ".url", "http://localhost:" + service.port());
    }
    settings.put("quarkus.oidc-client.auth-server-url", settings.get("evenhand.review.url"));
    settings.put("quarkus.oidc-client.token-path", "/token");
    settings.put("quarkus.oidc-client.client-id", "evenhand-gateway");
    settings.put("quarkus.oidc-client.credentials.secret", "secret");
    settings.put("evenhand.calibration.url", "http://localhost:" + freePort());
    settings.putAll(SMALL);
    return settings;
  }

  @Override
  public void stop() {
    services.forEach(Service::close);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
