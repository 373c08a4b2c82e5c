package org.evenhand.gateway.routing;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.evenhand.gateway.rate.Clients;
import org.evenhand.gateway.rate.RateLimit;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.problem.ProblemWriter;
import org.evenhand.kit.web.request.Drain;

/** The one raw route: refuses what may not pass, and hands the rest to its proxy. */
@Singleton
class ProxyRoute {

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private final RoutingTable table;
  private final Proxies proxies;
  private final Bounds bounds;
  private final RateLimit rates;

  ProxyRoute(RoutingTable table, Proxies proxies, Bounds bounds, RateLimit rates) {
    this.table = table;
    this.proxies = proxies;
    this.bounds = bounds;
    this.rates = rates;
  }

  void register(@Observes Router router) {
    router.route("/v1/*").handler(this::serve);
  }

  private void serve(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    Optional<Problem> refusal = rates.refusal(routing);
    if (refusal.isPresent()) {
      refuse(routing, refusal.get());
      return;
    }
    Optional<Route> route = table.route(request.path());
    if (route.isEmpty()) {
      refuse(routing, Problem.of(CommonProblem.NOT_FOUND, "No operation has this path."));
    } else if (!Clients.hasToken(routing)) {
      refuse(routing, Problem.of(CommonProblem.UNAUTHENTICATED, "Send a valid access token."));
    } else if (!METHODS.contains(request.method())) {
      refuse(routing, Problem.of(CommonProblem.METHOD_NOT_ALLOWED, "This method is not carried."));
    } else if (announced(request) > bounds.of(request)) {
      refuse(routing, Problem.of(CommonProblem.BODY_TOO_LARGE, "Larger than what is taken here."));
    } else {
      carry(routing, route.get());
    }
  }

  private void carry(RoutingContext routing, Route route) {
    if ("100-continue".equalsIgnoreCase(routing.request().getHeader("Expect"))) {
      routing.response().writeContinue();
    }
    proxies.carry(routing.request(), route.upstream());
  }

  private static void refuse(RoutingContext routing, Problem problem) {
    Drain.unread(routing);
    ProblemWriter.write(routing, problem);
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length.trim());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
