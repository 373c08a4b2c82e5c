package org.evenhand.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.Json;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.gateway.Refusals;
import org.evenhand.gateway.Refusals.Reason;
import org.evenhand.kit.web.answer.ProblemBody;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Drain;
import org.evenhand.kit.web.requestid.RequestId;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through: its limits, and the answer when it fails. It is sent once,
 * because the gateway can't know whether a service that didn't answer has done what it was asked.
 */
final class Exchange {

  static final String KEY = "exchange";

  private static final Logger LOG = Logger.getLogger(Exchange.class);
  private static final String NOT_DONE = "Nothing was done: try again in a little while.";
  private static final String UNKNOWN =
      "Whether it was done is not known: repeat it with the same Idempotency-Key, or read.";

  private final Vertx vertx;
  private final GatewayConfig config;
  private final Refusals refusals;
  private final Upstream upstream;
  private final HttpServerRequest client;
  private final HttpClient connections;
  private final String requestId;
  private final Promise<ProxyResponse> answer = Promise.promise();
  private @Nullable HttpClientRequest toService;
  private long timer;

  Exchange(
      Vertx vertx,
      GatewayConfig config,
      Refusals refusals,
      Upstream upstream,
      HttpServerRequest client,
      HttpClient connections) {
    this.vertx = vertx;
    this.config = config;
    this.refusals = refusals;
    this.upstream = upstream;
    this.client = client;
    this.connections = connections;
    this.requestId = client.response().headers().get(RequestId.HEADER);
  }

  /** Takes in the body, and only then a connection, so that a slow sender occupies none. */
  Future<ProxyResponse> send(ProxyContext context, long bound) {
    ProxyRequest request = context.request();
    within(config.bodyTime(), this::tooSlow);
    WholeBody.of(client, bound)
        .onFailure(failure -> answer.tryFail(failure instanceof Problem ? failure : brokenOff()))
        .onSuccess(
            bytes -> {
              if (!answer.future().isComplete()) {
                request.setBody(bytes.length() == 0 ? null : Body.body(bytes));
                waitForAnswer();
                ask(context);
              }
            });
    return answered(request);
  }

  /** Sends on what comes in, as it comes in. */
  Future<ProxyResponse> stream(ProxyContext context, long bound) {
    ProxyRequest request = context.request();
    if (client.isEnded()) {
      request.setBody(null);
      waitForAnswer();
    } else {
      within(config.uploadTime(), this::tooSlow);
      long length = request.getBody().length();
      request.setBody(new CountedBody(client, length, bound, this::waitForAnswer, answer::tryFail));
    }
    ask(context);
    return answered(request);
  }

  /** The connection to the service; from now on it can be broken off. */
  Future<HttpClientRequest> connect(RequestOptions to) {
    return connections
        .request(to)
        .compose(
            request -> {
              if (answer.future().isComplete()) {
                request.reset();
                return Future.failedFuture("given up");
              }
              toService = request;
              return Future.succeededFuture(request);
            });
  }

  private void ask(ProxyContext context) {
    RequestHeaders.prepare(context.request().headers(), requestId);
    context.sendRequest().onSuccess(this::take).onFailure(answer::tryFail);
  }

  private void take(ProxyResponse response) {
    vertx.cancelTimer(timer);
    ResponseHeaders.prepare(response.headers(), upstream);
    if (!answer.tryComplete(response)) {
      response.release();
    }
  }

  /** Waiting for a connection counts as waiting for the answer. */
  private void waitForAnswer() {
    within(config.responseTime(), this::unanswered);
  }

  private void within(Duration time, Supplier<Problem> otherwise) {
    vertx.cancelTimer(timer);
    timer = vertx.setTimer(time.toMillis(), due -> giveUp(otherwise.get()));
  }

  private void giveUp(Problem problem) {
    answer.tryFail(problem);
    if (toService != null) {
      var ignored = toService.reset();
    }
  }

  private Future<ProxyResponse> answered(ProxyRequest request) {
    return answer.future().recover(failure -> Future.succeededFuture(refuse(request, failure)));
  }

  private ProxyResponse refuse(ProxyRequest request, Throwable failure) {
    vertx.cancelTimer(timer);
    Problem problem = failure instanceof Problem known ? known : broken(failure);
    request.release();
    Drain.rest(client);
    Buffer json = Json.encodeToBuffer(ProblemBody.of(problem, requestId));
    return request
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
        .setBody(Body.body(json));
  }

  private Problem tooSlow() {
    refusals.count(Reason.SLOW, "body");
    return Problem.of(GatewayProblem.REQUEST_TIMEOUT, "It has to come in faster.");
  }

  private static Problem brokenOff() {
    return Problem.of(CommonProblem.MALFORMED_REQUEST, "The request broke off.");
  }

  private Problem unanswered() {
    LOG.warnf("No answer of %s in time", upstream.name());
    if (toService == null) {
      refusals.count(Reason.FULL, "connections");
      return Problem.of(CommonProblem.BUSY, NOT_DONE);
    }
    return Problem.of(CommonProblem.GATEWAY_TIMEOUT, UNKNOWN);
  }

  private Problem broken(Throwable failure) {
    LOG.warnf("No answer of %s: %s", upstream.name(), failure.toString());
    return Problem.of(CommonProblem.BAD_GATEWAY, toService == null ? NOT_DONE : UNKNOWN);
  }
}
