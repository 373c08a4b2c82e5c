package org.evenhand.kit.web.request;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Throws away the rest of a refused body. A client that is still sending would otherwise see a
 * reset connection instead of the answer; one that does not stop is cut off.
 */
public final class Drain {

  private static final long AT_MOST = 16L * 1024 * 1024;

  private long thrownAway;

  private Drain() {}

  /**
   * For a body that was refused before any of it was read. A client that waits for 100 (Continue)
   * sends none of it: the connection ends with the answer.
   */
  public static void unread(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      routing.addEndHandler(
          answered -> {
            var ignored = request.connection().close();
          });
    } else {
      rest(request);
    }
  }

  public static void rest(HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    Drain drain = new Drain();
    request.handler(chunk -> drain.count(chunk.length(), request));
    request.endHandler(end -> {});
    request.resume();
  }

  private void count(int bytes, HttpServerRequest request) {
    thrownAway += bytes;
    if (thrownAway > AT_MOST) {
      var ignored = request.connection().close();
    }
  }
}
