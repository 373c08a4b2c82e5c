package org.evenhand.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** Takes in a body within its limit, before anything else is done for the request. */
final class WholeBody {

  private final long bound;
  private final Promise<Buffer> whole = Promise.promise();
  private final Buffer bytes = Buffer.buffer();

  private WholeBody(long bound) {
    this.bound = bound;
  }

  static Future<Buffer> of(HttpServerRequest request, long bound) {
    WholeBody body = new WholeBody(bound);
    if (request.isEnded()) {
      return Future.succeededFuture(body.bytes);
    }
    request.handler(body::add);
    request.endHandler(end -> body.whole.tryComplete(body.bytes));
    request.exceptionHandler(body.whole::tryFail);
    request.resume();
    return body.whole.future();
  }

  static Problem tooLarge() {
    return Problem.of(CommonProblem.BODY_TOO_LARGE, "The body is larger than what is taken here.");
  }

  private void add(Buffer chunk) {
    if (bytes.length() + chunk.length() > bound) {
      whole.tryFail(tooLarge());
    } else {
      bytes.appendBuffer(chunk);
    }
  }
}
