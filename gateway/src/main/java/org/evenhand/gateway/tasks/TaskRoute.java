package org.evenhand.gateway.tasks;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.evenhand.gateway.routing.MergedAnswer;
import org.evenhand.gateway.routing.RoutingTable;
import org.evenhand.gateway.routing.UpstreamClient;
import org.evenhand.gateway.routing.UpstreamClient.Answer;
import org.evenhand.kit.web.answer.ProblemBody;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.requestid.RequestId;

/**
 * Answers {@code GET /v1/tasks}: asks all services at once, with the caller's own token, and makes
 * one page of what they answer. A service that is away is named, and the others' tasks are shown.
 */
@Singleton
class TaskRoute implements MergedAnswer {

  private static final List<String> PASSED_ON =
      List.of("Authorization", RequestId.HEADER, "traceparent", "tracestate");

  private final RoutingTable table;
  private final UpstreamClient services;
  private final MergedTasks tasks;

  TaskRoute(RoutingTable table, UpstreamClient services, MergedTasks tasks) {
    this.table = table;
    this.services = services;
    this.tasks = tasks;
  }

  @Override
  public String path() {
    return "/v1/tasks";
  }

  @Override
  public void answer(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    MultiMap headers = passedOn(routing);
    List<Future<Answer>> asked =
        table.upstreams().stream()
            .map(upstream -> services.get(upstream, request.uri(), headers))
            .toList();
    var ignored =
        Future.all(asked)
            .<List<Answer>>map(done -> done.list())
            .onSuccess(answers -> answer(routing, answers))
            .onFailure(routing::fail);
  }

  private void answer(RoutingContext routing, List<Answer> answers) {
    if (answers.stream().anyMatch(Answer::found)) {
      int limit =
          Optional.ofNullable(routing.request().getParam("limit"))
              .map(text -> PageRequest.Limit.parse(text).items())
              .orElse(PageRequest.DEFAULT_LIMIT);
      send(routing, 200, "application/json", tasks.merged(answers, limit).toString());
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
