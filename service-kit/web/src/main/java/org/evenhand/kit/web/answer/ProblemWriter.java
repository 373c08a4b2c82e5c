package org.evenhand.kit.web.answer;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.requestid.RequestId;

/** Answers with a problem where no JAX-RS is: filters, failing routes, the gateway. */
public final class ProblemWriter {

  private ProblemWriter() {}

  public static void write(RoutingContext routing, Problem problem) {
    HttpServerResponse response = routing.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      // half of an answer is out: only by cutting it off can we say that it isn't valid
      response.reset();
      return;
    }
    String id = response.headers().get(RequestId.HEADER);
    ProblemBody body = id == null ? ProblemBody.of(problem) : ProblemBody.of(problem, id);
    response.headers().remove("Content-Length");
    response.putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
    body.headers().forEach(response::putHeader);
    var ignored = response.setStatusCode(problem.status()).end(Json.encode(body));
  }
}
