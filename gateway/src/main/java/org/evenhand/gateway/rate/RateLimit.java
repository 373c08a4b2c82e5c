package org.evenhand.gateway.rate;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.Refusals;
import org.evenhand.gateway.Refusals.Reason;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * Limits the rate of one caller, and of one address without a valid token. Each answer states the
 * limit as draft-ietf-httpapi-ratelimit-headers-10 defines it.
 */
@Singleton
class RateLimit {

  private final Buckets callers;
  private final Buckets addresses;
  private final Buckets preflights;
  private final Refusals refusals;

  RateLimit(GatewayConfig config, Refusals refusals) {
    callers = new Buckets("caller", config.rates().caller());
    addresses = new Buckets("address", config.rates().address());
    preflights = new Buckets("preflight", config.rates().preflight());
    this.refusals = refusals;
  }

  /**
   * Counts a request for the verified caller, else for the address; returns the problem when it is
   * one too many.
   */
  Optional<Problem> caller(RoutingContext routing) {
    Optional<String> caller = Clients.caller(routing);
    return caller.isPresent() ? spend(callers, caller.get(), routing.response()) : address(routing);
  }

  Optional<Problem> address(RoutingContext routing) {
    return spend(addresses, Clients.address(routing), routing.response());
  }

  Optional<Problem> preflight(RoutingContext routing) {
    return spend(preflights, Clients.address(routing), routing.response());
  }

  private Optional<Problem> spend(Buckets buckets, String key, HttpServerResponse response) {
    ConsumptionProbe probe = buckets.spend(key);
    long seconds = seconds(probe.getNanosToWaitForReset());
    response.putHeader("RateLimit-Policy", buckets.policy());
    response.putHeader(
        "RateLimit",
        "\"%s\";r=%d;t=%d".formatted(buckets.name(), probe.getRemainingTokens(), seconds));
    if (probe.isConsumed()) {
      return Optional.empty();
    }
    refusals.count(Reason.RATE, buckets.name());
    long wait = Math.max(1, seconds(probe.getNanosToWaitForRefill()));
    response.putHeader("Retry-After", Long.toString(wait));
    return Optional.of(
        Problem.of(
            CommonProblem.TOO_MANY_REQUESTS, "Try again in " + wait + " seconds, and slower."));
  }

  private static long seconds(long nanos) {
    return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
  }
}
