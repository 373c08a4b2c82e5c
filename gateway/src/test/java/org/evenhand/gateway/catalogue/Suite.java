package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.routing.RoutingTable;
import org.evenhand.gateway.routing.Upstream;

/** The documents that the services have committed, put together without a running gateway. */
final class Suite {

  static final String OPENAPI = "src/main/openapi/openapi.json";
  static final String EVENTS = "src/main/resources/META-INF/resources/events/";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "evenhand.gateway.";

  private final RoutingTable table;
  private final About about;
  private final SignIn signIn;
  private final KafkaServer kafka;

  Suite() {
    GatewayConfig config = config();
    table = new RoutingTable(config);
    about = new About(config, "0.1.0");
    signIn = new SignIn(config);
    kafka = new KafkaServer(config, signIn);
  }

  ObjectNode openApi() throws IOException {
    return new OpenApi(table, about, signIn).of(parts(table, OPENAPI));
  }

  ObjectNode asyncApi() throws IOException {
    return new AsyncApi(about, kafka).of(parts(table, EVENTS + "asyncapi.json"));
  }

  /** The folders with the schemas of events, to which the catalogue refers. */
  List<Path> schemas() {
    return table.upstreams().stream()
        .map(upstream -> folder(upstream).resolve(EVENTS + "schemas"))
        .filter(Files::isDirectory)
        .toList();
  }

  static List<Part> parts(RoutingTable table, String file) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Upstream upstream : table.upstreams()) {
      Path path = folder(upstream).resolve(file);
      if (Files.exists(path)) {
        parts.add(new Part(upstream, (ObjectNode) JSON.readTree(path.toFile())));
      }
    }
    return parts;
  }

  static Path folder(Upstream upstream) {
    return Path.of("..").resolve(upstream.name() + "-service");
  }

  private static GatewayConfig config() {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withDefaultValues(
                Map.of(
                    PREFIX + "issuer", "https://id.example.org/realms/evenhand",
                    PREFIX + "kafka.bootstrap", "kafka.example.org:9093",
                    PREFIX + "contact.url", "https://api.example.org",
                    PREFIX + "contact.email", "people-systems@example.org"));
    for (String service : List.of("policy", "review", "calibration", "analytics")) {
      builder.withDefaultValue(PREFIX + "upstreams." + service, "http://localhost:8081");
    }
    for (String rate : List.of("caller", "address", "preflight")) {
      builder.withDefaultValue(PREFIX + "rates." + rate + ".burst", "1");
      builder.withDefaultValue(PREFIX + "rates." + rate + ".per-second", "1");
    }
    return builder.withMapping(GatewayConfig.class).build().getConfigMapping(GatewayConfig.class);
  }
}
