package org.evenhand.gateway.routing;

import io.quarkus.arc.All;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.gateway.routing.UpstreamClient.Answer;
import org.evenhand.kit.web.answer.ProblemBody;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.requestid.RequestId;

/**
 * Asks all services that have it at once, with the caller's own token, and answers with what they
 * say in one. A service that is away is named; what is wrong with the request is said as a service
 * says it.
 */
@Singleton
class MergedAnswers {

  private static final List<String> PASSED_ON =
      List.of("Authorization", "Accept-Language", RequestId.HEADER, "traceparent", "tracestate");

  private final RoutingTable table;
  private final UpstreamClient services;
  private final List<MergedAnswer> merged;

  MergedAnswers(RoutingTable table, UpstreamClient services, @All List<MergedAnswer> merged) {
    this.table = table;
    this.services = services;
    this.merged = merged;
  }

  Optional<MergedAnswer> at(String path) {
    return merged.stream().filter(own -> own.path().equals(path)).findFirst();
  }

  /** The caller is known and admitted. */
  void answer(RoutingContext routing, MergedAnswer merge) {
    MultiMap headers = passedOn(routing);
    List<Future<Answer>> asked =
        table.asked(merge.path()).stream()
            .map(
                upstream ->
                    services.get(upstream, routing.request().uri(), headers).map(Answer::inJson))
            .toList();
    var ignored =
        Future.all(asked)
            // What fails while merging is answered; in onSuccess it would be lost.
            .<Void>map(
                done -> {
                  answer(routing, merge, done.list());
                  return null;
                })
            .onFailure(routing::fail);
  }

  private static void answer(RoutingContext routing, MergedAnswer merge, List<Answer> answers) {
    if (answers.stream().anyMatch(Answer::found)) {
      String body = merge.merged(routing.request(), answers).toString();
      answers.stream()
          .map(Answer::language)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(language -> sayIn(language, routing));
      send(routing, 200, "application/json", body);
      return;
    }
    answers.stream()
        .filter(answer -> !answer.away())
        .findFirst()
        .ifPresentOrElse(
            refusal ->
                send(routing, refusal.status(), ProblemBody.MEDIA_TYPE, refusal.body().toString()),
            () ->
                ProblemWriter.write(
                    routing,
                    Problem.of(
                        CommonProblem.DEPENDENCY_UNAVAILABLE, "No service answers at present.")));
  }

  /** All were asked in the same way, so all have answered in the same language. */
  private static void sayIn(String language, RoutingContext routing) {
    MultiMap headers = routing.response().headers();
    headers.set("Content-Language", language);
    headers.add("Vary", "Accept-Language");
  }

  private static void send(RoutingContext routing, int status, String type, String body) {
    var ignored =
        routing
            .response()
            .setStatusCode(status)
            .putHeader(HttpHeaders.CONTENT_TYPE, type)
            .end(Buffer.buffer(body));
  }

  /** The request id is the one that the answer carries. */
  private static MultiMap passedOn(RoutingContext routing) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (String name : PASSED_ON) {
      String value =
          name.equals(RequestId.HEADER)
              ? routing.response().headers().get(name)
              : routing.request().getHeader(name);
      if (value != null) {
        headers.set(name, value);
      }
    }
    return headers;
  }
}
