package org.evenhand.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import java.util.function.Consumer;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way to a service, counted as it passes, because a chunked body announces no length.
 * Beyond the limit it fails, which breaks off the request to the service.
 */
final class CountedBody implements ReadStream<Buffer>, Body {

  private final HttpServerRequest request;
  private final long length;
  private final long bound;
  private final Runnable whenWhole;
  private final Consumer<Throwable> whenTooLarge;
  private long count;
  private @Nullable Handler<Throwable> failed;

  CountedBody(
      HttpServerRequest request,
      long length,
      long bound,
      Runnable whenWhole,
      Consumer<Throwable> whenTooLarge) {
    this.request = request;
    this.length = length;
    this.bound = bound;
    this.whenWhole = whenWhole;
    this.whenTooLarge = whenTooLarge;
  }

  private boolean tooLarge() {
    return count > bound;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public ReadStream<Buffer> stream() {
    return this;
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    request.handler(handler == null ? null : chunk -> pass(chunk, handler));
    return this;
  }

  private void pass(Buffer chunk, Handler<Buffer> handler) {
    if (tooLarge()) {
      return;
    }
    count += chunk.length();
    if (!tooLarge()) {
      handler.handle(chunk);
    } else {
      Problem problem = WholeBody.tooLarge();
      whenTooLarge.accept(problem);
      if (failed != null) {
        failed.handle(problem);
      }
    }
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    failed = handler;
    request.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    request.endHandler(
        handler == null
            ? null
            : end -> {
              whenWhole.run();
              handler.handle(end);
            });
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    request.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    request.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    request.fetch(amount);
    return this;
  }
}
