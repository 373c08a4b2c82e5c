package org.evenhand.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhand.local.company.SampleCompany;
import org.evenhand.local.kafka.KafkaNode;
import org.evenhand.local.keycloak.KeycloakDistribution;
import org.evenhand.local.keycloak.KeycloakServer;
import org.evenhand.local.keycloak.RealmImport;
import org.evenhand.local.postgres.PostgresServer;
import org.evenhand.local.process.Part;
import org.evenhand.local.process.Ports;
import org.evenhand.local.service.QuarkusService;
import org.evenhand.local.service.ServiceSettings;

/** Which parts there are, and in which order they start. */
final class Assembly {
  private final Layout layout;
  private final Options options;
  private final Ports ports;
  private final KeycloakDistribution distribution;

  Assembly(Layout layout, Options options) {
    this.layout = layout;
    this.options = options;
    this.ports = options.ports();
    this.distribution =
        new KeycloakDistribution(
            layout.keycloakArchive(),
            layout.prepared().resolve("keycloak"),
            layout.log("keycloak-build"));
  }

  KeycloakDistribution keycloakDistribution() {
    return distribution;
  }

  /** PostgreSQL, Kafka, Keycloak: one after the other, then the services in pairs. */
  List<List<Part>> inOrder(SampleCompany company) {
    PostgresServer postgres =
        new PostgresServer(
            layout.prepared().resolve("postgres"),
            layout.data().resolve("postgres"),
            layout.log("postgres"),
            layout.record("postgres"),
            ports.postgres());
    KafkaNode kafka =
        new KafkaNode(
            layout.data().resolve("kafka"),
            layout.log("kafka"),
            ports.kafka(),
            ports.kafkaController());
    KeycloakServer keycloak =
        new KeycloakServer(
            distribution,
            RealmImport.of(layout.realm(), company),
            postgres,
            ports.postgres(),
            layout.data().resolve("keycloak-import.sha256"),
            layout.log("keycloak"),
            layout.record("keycloak"),
            ports.keycloak());
    List<List<Part>> infrastructure = List.of(List.of(postgres), List.of(kafka), List.of(keycloak));
    return Stream.concat(infrastructure.stream(), services().stream().map(List::<Part>copyOf))
        .toList();
  }

  /** Two at a time: more would only wait for each other on a small machine. */
  List<List<QuarkusService>> services() {
    return Stream.of(
            List.of("policy", "review"), List.of("calibration", "analytics"), List.of("gateway"))
        .map(
            pair ->
                pair.stream()
                    .filter(name -> !options.without().contains(name))
                    .map(name -> service(layout, ports, name, options.debug()))
                    .toList())
        .filter(pair -> !pair.isEmpty())
        .toList();
  }

  static QuarkusService service(Layout layout, Ports ports, String name, boolean debug) {
    String module = name.equals("gateway") ? name : name + "-service";
    ServiceSettings settings = new ServiceSettings(ports);
    Map<String, String> environment =
        name.equals("gateway") ? settings.gateway() : settings.service(name);
    environment.put("EVENHAND_CLOCK_AHEAD_FILE", layout.clock().file().toString());
    return new QuarkusService(
        layout.checkout().resolve(module),
        ports.of(name),
        environment,
        layout.log(module),
        layout.record(module),
        debug);
  }
}
