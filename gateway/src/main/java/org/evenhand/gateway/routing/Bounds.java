package org.evenhand.gateway.routing;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.evenhand.gateway.GatewayConfig;

/** How many bytes a request may bring. */
@Singleton
class Bounds {

  private final RoutingTable table;
  private final long usual;
  private final long imports;

  Bounds(RoutingTable table, GatewayConfig config) {
    this.table = table;
    this.usual = config.bodyLimit().asLongValue();
    this.imports = config.importLimit().asLongValue();
  }

  long of(HttpServerRequest request) {
    boolean isImport =
        request.method() == HttpMethod.POST
            && table.route(request.path()).filter(Route::imports).isPresent();
    return isImport ? imports : usual;
  }
}
