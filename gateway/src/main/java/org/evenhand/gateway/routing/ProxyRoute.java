package org.evenhand.gateway.routing;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.evenhand.gateway.rate.Clients;
import org.evenhand.gateway.share.Admission;
import org.evenhand.gateway.share.Lease;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Drain;

/** The one raw route: refuses requests that may not pass, and hands the others to their proxy. */
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
  private final Admission admission;
  private final MergedAnswers merged;

  ProxyRoute(
      RoutingTable table,
      Proxies proxies,
      Bounds bounds,
      Admission admission,
      MergedAnswers merged) {
    this.table = table;
    this.proxies = proxies;
    this.bounds = bounds;
    this.admission = admission;
    this.merged = merged;
  }

  void register(@Observes Router router) {
    router.route("/v1/*").handler(this::serve);
  }

  private void serve(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    Optional<MergedAnswer> merge = merged.at(request.path());
    Optional<Route> route = table.route(request.path());
    Optional<String> caller = Clients.caller(routing);
    if (route.isEmpty() && merge.isEmpty()) {
      refuse(routing, Problem.of(CommonProblem.NOT_FOUND, "No operation has this path."));
    } else if (caller.isEmpty()) {
      refuse(routing, Problem.of(CommonProblem.UNAUTHENTICATED, "Send a valid access token."));
    } else if (!methods(merge).contains(request.method())) {
      refuse(routing, Problem.of(CommonProblem.METHOD_NOT_ALLOWED, "This method is not carried."));
    } else if (bounds.announced(request) > bounds.of(request)) {
      refuse(routing, Problem.of(CommonProblem.BODY_TOO_LARGE, "Larger than what is taken here."));
    } else {
      admit(
          routing,
          caller.get(),
          () ->
              merge.ifPresentOrElse(
                  own -> merged.answer(routing, own),
                  () -> proxies.carry(request, route.orElseThrow().upstream())));
    }
  }

  private static Set<HttpMethod> methods(Optional<MergedAnswer> merge) {
    return merge.isPresent() ? Set.of(HttpMethod.GET, HttpMethod.HEAD) : METHODS;
  }

  private void admit(RoutingContext routing, String caller, Runnable answer) {
    HttpServerRequest request = routing.request();
    if (routing.response().closed()) {
      // The client left while the token was verified: no end would be reported, and the share never
      // returned
      return;
    }
    Lease lease;
    try {
      lease =
          bounds.isImport(request)
              ? admission.bulkImport(caller)
              : admission.request(caller, bounds.announced(request));
    } catch (Problem full) {
      routing.response().putHeader("Retry-After", "1");
      refuse(routing, full);
      return;
    }
    routing.addEndHandler(ended -> lease.end());
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      routing.response().writeContinue();
    }
    if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      // The proxy knows the header in lower case only
      request.headers().set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
    }
    answer.run();
  }

  private static void refuse(RoutingContext routing, Problem problem) {
    Drain.unread(routing);
    ProblemWriter.write(routing, problem);
  }
}
