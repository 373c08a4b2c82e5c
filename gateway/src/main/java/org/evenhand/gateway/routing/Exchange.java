package org.evenhand.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.ProblemBody;
import org.evenhand.kit.web.RequestId;
import org.evenhand.kit.web.request.Drain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way through: what bounds it, and what to answer when it fails. */
final class Exchange {

  static final String KEY = "exchange";

  private static final Logger LOG = Logger.getLogger(Exchange.class);

  private final Vertx vertx;
  private final GatewayConfig config;
  private final Upstream upstream;
  private final HttpServerRequest client;
  private final String requestId;
  private final Promise<ProxyResponse> answer = Promise.promise();
  private @Nullable CountedBody body;
  private @Nullable HttpClientRequest toService;
  private boolean timedOut;
  private long timer;

  Exchange(Vertx vertx, GatewayConfig config, Upstream upstream, HttpServerRequest client) {
    this.vertx = vertx;
    this.config = config;
    this.upstream = upstream;
    this.client = client;
    this.requestId = client.response().headers().get(RequestId.HEADER);
  }

  Future<ProxyResponse> send(ProxyContext context, long bound) {
    ProxyRequest request = context.request();
    RequestHeaders.prepare(request.headers(), requestId);
    if (client.isEnded()) {
      request.setBody(null);
      waitForAnswer();
    } else {
      body = new CountedBody(client, request.getBody().length(), bound, this::waitForAnswer);
      request.setBody(body);
      timer = vertx.setTimer(config.uploadTime().toMillis(), due -> giveUp());
    }
    context.sendRequest().onSuccess(response -> take(response)).onFailure(answer::tryFail);
    return answer.future().recover(failure -> Future.succeededFuture(refuse(request, failure)));
  }

  /** The connection to the service; from now on it can be broken off. */
  HttpClientRequest connected(HttpClientRequest request) {
    toService = request;
    if (timedOut) {
      var ignored = request.reset();
    }
    return request;
  }

  private void take(ProxyResponse response) {
    vertx.cancelTimer(timer);
    ResponseHeaders.prepare(response.headers(), upstream);
    if (!answer.tryComplete(response)) {
      response.release();
    }
  }

  private void waitForAnswer() {
    vertx.cancelTimer(timer);
    timer = vertx.setTimer(config.responseTime().toMillis(), due -> giveUp());
  }

  private void giveUp() {
    timedOut = true;
    answer.tryFail("no answer in time");
    if (toService != null) {
      var ignored = toService.reset();
    }
  }

  private ProxyResponse refuse(ProxyRequest request, Throwable failure) {
    vertx.cancelTimer(timer);
    Problem problem = problem(failure);
    request.release();
    Drain.rest(client);
    Buffer json = Json.encodeToBuffer(ProblemBody.of(problem, requestId));
    return request
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
        .setBody(Body.body(json));
  }

  private Problem problem(Throwable failure) {
    if (body != null && body.tooLarge()) {
      return Problem.of(
          CommonProblem.BODY_TOO_LARGE, "The body is larger than what is taken here.");
    }
    if (timedOut) {
      LOG.warnf("No answer of %s in time: %s", upstream.name(), client.path());
      return Problem.of(
          CommonProblem.GATEWAY_TIMEOUT,
          "Whether it was done is not known: repeat it with the same Idempotency-Key, or read.");
    }
    LOG.warnf("No answer of %s: %s", upstream.name(), failure.toString());
    return Problem.of(CommonProblem.BAD_GATEWAY, "Try again in a little while.");
  }
}
