package org.evenhand.gateway.pages;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is shown as a page to people and as JSON to programs, by what a request prefers. Who accepts
 * neither gets the JSON too (RFC 9110, 12.5.1, leaves it open).
 */
final class TwoForms {

  private static final String JSON = "application/json";
  private static final String HTML = "text/html";

  private TwoForms() {}

  /**
   * @param route makes one at a path, each time it is asked
   */
  static void show(Supplier<Route> route, Handler<RoutingContext> handler) {
    Route preferring = route.get().produces(JSON).produces(HTML);
    for (Route each : List.of(preferring, route.get())) {
      each.method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
    }
  }

  static boolean isPage(RoutingContext routing) {
    routing.response().headers().add("Vary", "Accept");
    return HTML.equals(routing.getAcceptableContentType());
  }
}
