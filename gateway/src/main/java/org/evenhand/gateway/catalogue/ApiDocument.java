package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.routing.RoutingTable;

/** The OpenAPI document of the suite, merged from what the services last answered. */
@Singleton
public class ApiDocument {

  private final Memo<Buffer> memo;
  private volatile Set<String> paths = Set.of();

  ApiDocument(
      RoutingTable table,
      Parts parts,
      GatewayConfig config,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    OpenApi openApi = new OpenApi(table, version);
    memo =
        new Memo<>(
            config.catalogueAge(),
            () ->
                parts
                    .fetch("/q/openapi?format=json")
                    .map(openApi::of)
                    .onSuccess(this::learn)
                    .map(ApiDocument::json));
  }

  public Future<Buffer> get() {
    return memo.get();
  }

  /**
   * Its paths with their parameters, for example {@code /v1/reviews/{id}}; none until it is known.
   */
  public Set<String> paths() {
    return paths;
  }

  private void learn(ObjectNode document) {
    Set<String> told = new TreeSet<>();
    document.path("paths").fieldNames().forEachRemaining(told::add);
    paths = Set.copyOf(told);
  }

  static Buffer json(ObjectNode document) {
    return Buffer.buffer(document.toString());
  }
}
