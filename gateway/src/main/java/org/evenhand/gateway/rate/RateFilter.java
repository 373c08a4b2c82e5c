package org.evenhand.gateway.rate;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Drain;

/**
 * Counts every request once, whatever it asks for: a request without a token before anything is
 * done for it, one with a token as soon as the token was found valid or not.
 */
@Singleton
class RateFilter {

  /** Behind the request id (1000), before the path is looked at (800) and CORS (300). */
  private static final int EARLY = 900;

  /** Behind authentication (200), before authorization (100). */
  private static final int VERIFIED = 150;

  /** Before the kit's handler of failures, which is the last but one. */
  private static final int BEFORE_ANSWER = Integer.MAX_VALUE - 2;

  private final RateLimit rates;

  RateFilter(RateLimit rates) {
    this.rates = rates;
  }

  void register(@Observes Filters filters) {
    filters.register(this::withoutToken, EARLY);
    filters.register(this::withToken, VERIFIED);
  }

  void register(@Observes Router router) {
    router.route().order(BEFORE_ANSWER).failureHandler(this::withBadToken);
  }

  private void withoutToken(RoutingContext routing) {
    if (claimsToken(routing)) {
      routing.next();
    } else {
      pass(routing, isPreflight(routing) ? rates.preflight(routing) : rates.address(routing));
    }
  }

  private void withToken(RoutingContext routing) {
    if (claimsToken(routing)) {
      pass(routing, rates.caller(routing));
    } else {
      routing.next();
    }
  }

  private void withBadToken(RoutingContext routing) {
    Throwable failure = routing.failure();
    boolean unverified =
        failure instanceof AuthenticationException || failure instanceof UnauthorizedException;
    if (unverified && claimsToken(routing)) {
      pass(routing, rates.address(routing));
    } else {
      routing.next();
    }
  }

  private static void pass(RoutingContext routing, Optional<Problem> refusal) {
    if (refusal.isEmpty()) {
      routing.next();
    } else {
      Drain.unread(routing);
      ProblemWriter.write(routing, refusal.get());
    }
  }

  private static boolean claimsToken(RoutingContext routing) {
    return routing.request().headers().contains(HttpHeaders.AUTHORIZATION);
  }

  private static boolean isPreflight(RoutingContext routing) {
    return routing.request().method() == HttpMethod.OPTIONS
        && routing.request().headers().contains(HttpHeaders.ORIGIN);
  }
}
