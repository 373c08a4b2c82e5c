package org.evenhand.kit.web.request;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.evenhand.kit.web.problem.Problem;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** One body, gathered on the event loop and counted as it comes. */
final class WholeBody {

  private final ResteasyReactiveContainerRequestContext context;
  private final RoutingContext routing;
  private final Encoding encoding;
  private final long bound;
  private final Buffer body = Buffer.buffer();
  private boolean done;

  WholeBody(
      ResteasyReactiveContainerRequestContext context,
      RoutingContext routing,
      Encoding encoding,
      long bound) {
    this.context = context;
    this.routing = routing;
    this.encoding = encoding;
    this.bound = bound;
  }

  void read() {
    context.suspend();
    HttpServerRequest request = routing.request();
    request.handler(this::add);
    request.endHandler(end -> finish());
    request.exceptionHandler(this::breakOff);
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      routing.response().writeContinue();
    }
    request.resume();
  }

  private void add(Buffer chunk) {
    if (done) {
      return;
    }
    if (body.length() + (long) chunk.length() > encoding.packed(bound)) {
      done = true;
      Drain.rest(routing.request());
      context.resume(BodyLimit.tooLarge(bound));
      return;
    }
    body.appendBuffer(chunk);
  }

  private void finish() {
    if (done) {
      return;
    }
    done = true;
    try {
      context.setEntityStream(new ByteArrayInputStream(unpacked()));
      context.resume();
    } catch (Problem | IOException refused) {
      context.resume(refused);
    }
  }

  /** As a whole, so that a body beyond the bound is told as that and not as what it holds. */
  private byte[] unpacked() throws IOException {
    byte[] sent = body.getBytes();
    if (encoding == Encoding.IDENTITY) {
      return sent;
    }
    return new BoundedInputStream(encoding.unpacked(new ByteArrayInputStream(sent)), bound)
        .readAllBytes();
  }

  private void breakOff(Throwable cause) {
    if (!done) {
      done = true;
      context.resume(cause);
    }
  }
}
