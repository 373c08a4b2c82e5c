package org.evenhand.gateway.routing;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Drain;

/** Refuses a path that isn't a {@link PlainPath}, before any route can normalise it. */
@Singleton
class PathGuard {

  /** Behind the request id (1000), before CORS (300) and authentication (200). */
  private static final int EARLY = 800;

  void register(@Observes Filters filters) {
    filters.register(PathGuard::guard, EARLY);
  }

  private static void guard(RoutingContext routing) {
    String path = routing.request().path();
    if (path != null && PlainPath.is(path)) {
      routing.next();
    } else {
      Drain.unread(routing);
      ProblemWriter.write(
          routing, Problem.of(CommonProblem.NOT_FOUND, "No operation has this path."));
    }
  }
}
