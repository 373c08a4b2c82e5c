package org.evenhand.kit.web.answer;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.evenhand.kit.web.problem.Problem;

/** Where requests end that nobody served, and those that failed before JAX-RS saw them. */
@Singleton
class LastRoutes {

  private final Unexpected unexpected;

  LastRoutes(Unexpected unexpected) {
    this.unexpected = unexpected;
  }

  void register(@Observes Router router) {
    router.route().last().handler(routing -> ProblemWriter.write(routing, HttpAnswers.plain(404)));
    // After the route of JAX-RS, before that of Quarkus, which answers in a form of its own.
    router.route().order(Integer.MAX_VALUE - 1).failureHandler(this::failed);
  }

  private void failed(RoutingContext routing) {
    ProblemWriter.write(routing, problem(routing));
  }

  private Problem problem(RoutingContext routing) {
    Throwable failure = routing.failure();
    if (failure instanceof AuthenticationFailedException
        || failure instanceof UnauthorizedException) {
      return HttpAnswers.plain(401);
    }
    if (failure instanceof ForbiddenException) {
      return HttpAnswers.plain(403);
    }
    return failure == null || routing.statusCode() < 500 && routing.statusCode() >= 400
        ? HttpAnswers.plain(routing.statusCode())
        : unexpected.problem(failure);
  }
}
