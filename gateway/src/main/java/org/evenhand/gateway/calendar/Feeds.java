package org.evenhand.gateway.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.evenhand.gateway.routing.RoutingTable;
import org.evenhand.gateway.routing.Upstream;
import org.evenhand.gateway.routing.UpstreamClient;
import org.evenhand.gateway.routing.UpstreamClient.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.requestid.RequestId;
import org.jboss.logging.Logger;

/**
 * A person's dates of all services, for whoever has the secret of a feed. It is whole or not at
 * all: a client deletes what a feed leaves out.
 */
@Singleton
class Feeds {

  private static final Logger LOG = Logger.getLogger(Feeds.class);

  /** Clients keep what is over, and may show it for a while. */
  private static final int DAYS_BACK = 30;

  private static final int DAYS_IN_ALL = 400;

  private final RoutingTable table;
  private final UpstreamClient services;
  private final OwnToken token;
  private final Clock clock;

  Feeds(RoutingTable table, UpstreamClient services, OwnToken token, Clock clock) {
    this.table = table;
    this.services = services;
    this.token = token;
    this.clock = clock;
  }

  /**
   * @return fails with 404 where the secret opens nothing, with 503 where a service is away
   */
  Future<List<FeedEntry>> read(String secret, String requestId) {
    return token
        .bearer()
        .recover(
            failure -> {
              LOG.warnf("feeds wait: no token for the gateway (%s)", failure.getClass().getName());
              return Future.failedFuture(away("the identity provider"));
            })
        .map(bearer -> headers(bearer, requestId))
        .compose(headers -> person(secret, headers).compose(person -> entries(person, headers)));
  }

  static Problem unknown() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such calendar.");
  }

  private Future<String> person(String secret, MultiMap headers) {
    Buffer asked = new JsonObject().put("secretHash", digest(secret)).toBuffer();
    return services
        .post(table.named("review"), "/internal/v1/calendar-feeds/reading", headers, asked)
        .map(Answer::inJson)
        .map(
            answer -> {
              if (answer.status() == CommonProblem.NOT_FOUND.status()) {
                throw unknown();
              }
              if (!answer.found()) {
                throw away(List.of(answer));
              }
              return answer.body().toJsonObject().getString("personId");
            });
  }

  private Future<List<FeedEntry>> entries(String person, MultiMap headers) {
    LocalDate from = LocalDate.now(clock).minusDays(DAYS_BACK);
    String path =
        "/internal/v1/calendars/%s?from=%s&to=%s"
            .formatted(person, from, from.plusDays(DAYS_IN_ALL - 1));
    List<Future<Answer>> asked =
        table.upstreams().stream()
            .map(upstream -> services.get(upstream, path, headers).map(Answer::inJson))
            .toList();
    return Future.all(asked)
        .<List<Answer>>map(done -> done.list())
        .map(
            answers -> {
              if (!answers.stream().allMatch(Answer::found)) {
                throw away(answers);
              }
              return answers.stream()
                  .flatMap(answer -> ServiceCalendar.entries(answer).stream())
                  .toList();
            });
  }

  /** A service that refuses the gateway's client is as good as away; its operator has to know. */
  private static Problem away(List<Answer> answers) {
    List<Answer> missing = answers.stream().filter(answer -> !answer.found()).toList();
    missing.forEach(
        answer ->
            LOG.warnf("feeds wait: %s answers %d", answer.upstream().name(), answer.status()));
    return away(
        missing.stream()
            .map(Answer::upstream)
            .map(Upstream::name)
            .collect(Collectors.joining(", ")));
  }

  private static Problem away(String who) {
    return Problem.of(
        CommonProblem.DEPENDENCY_UNAVAILABLE,
        "The calendar would not be whole without " + who + ".");
  }

  private static MultiMap headers(String bearer, String requestId) {
    return MultiMap.caseInsensitiveMultiMap()
        .set("Authorization", bearer)
        .set(RequestId.HEADER, requestId);
  }

  /** As review-service keeps it. */
  private static String digest(String secret) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(secret.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
