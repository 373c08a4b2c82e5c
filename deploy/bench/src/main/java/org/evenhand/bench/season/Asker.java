package org.evenhand.bench.season;

import java.io.IOException;
import org.evenhand.bench.load.HttpConnection;
import org.evenhand.local.process.Trouble;

/** Somebody who asks one thing after the other. */
final class Asker implements AutoCloseable {
  private static final int OK = 200;

  private final HttpConnection connection;
  private final String token;

  Asker(int port, String token) throws IOException {
    this.connection = new HttpConnection(port);
    this.token = token;
  }

  /**
   * Milliseconds until the answer is there.
   *
   * @param each what an item of it holds once
   */
  double millis(String path, String each, int items) throws IOException {
    long began = System.nanoTime();
    HttpConnection.Reply reply =
        connection.send(
            "GET %s HTTP/1.1\r\nAuthorization: Bearer %s\r\n".formatted(path, token), "");
    double millis = (System.nanoTime() - began) / 1e6;
    if (reply.status() != OK || reply.body().split(each, -1).length != items + 1) {
      throw new Trouble("%s without %d items: %s".formatted(path, items, reply.body()));
    }
    return millis;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
