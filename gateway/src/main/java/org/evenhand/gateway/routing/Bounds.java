package org.evenhand.gateway.routing;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.evenhand.gateway.GatewayConfig;

/** How many bytes a request may have, and how many it announces. */
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

  boolean isImport(HttpServerRequest request) {
    return request.method() == HttpMethod.POST
        && table.route(request.path()).filter(Route::imports).isPresent();
  }

  long of(HttpServerRequest request) {
    return isImport(request) ? imports : usual;
  }

  /** The announced length; for chunks, which announce none, the limit. */
  long announced(HttpServerRequest request) {
    if (request.headers().contains("Transfer-Encoding")) {
      return of(request);
    }
    String length = request.getHeader("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }
}
