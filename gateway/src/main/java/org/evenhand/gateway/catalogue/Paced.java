package org.evenhand.gateway.catalogue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes bytes that are in memory only as fast as the client reads them. Written at once, they
 * would be copied whole into direct memory for each client that asks and doesn't read.
 */
public final class Paced {

  private static final int PIECE = 16 * 1024;

  private final HttpServerResponse response;
  private final Buffer bytes;
  private int written;

  private Paced(HttpServerResponse response, Buffer bytes) {
    this.response = response;
    this.bytes = bytes;
  }

  public static void end(HttpServerResponse response, Buffer bytes) {
    new Paced(response, bytes).write();
  }

  private void write() {
    while (written < bytes.length()) {
      if (response.closed()) {
        return;
      }
      if (response.writeQueueFull()) {
        response.drainHandler(drained -> write());
        return;
      }
      int end = Math.min(bytes.length(), written + PIECE);
      var ignored = response.write(bytes.slice(written, end));
      written = end;
    }
    response.drainHandler(null);
    var ignored = response.end();
  }
}
