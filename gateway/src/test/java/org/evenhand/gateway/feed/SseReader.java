package org.evenhand.gateway.feed;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads a stream as an EventSource does, but tells of ids without events too. */
final class SseReader implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int PATIENCE_SECONDS = 30;

  /** Fields that weren't sent are empty. */
  record Frame(String id, String event, String data) {

    String data(String field) {
      return new JsonObject(data).getString(field);
    }
  }

  private static final Frame END = new Frame("", "end of the stream", "");

  private final InputStream body;
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();

  private SseReader(InputStream body) {
    this.body = body;
    Thread thread = new Thread(this::read, "sse-reader");
    thread.setDaemon(true);
    thread.start();
  }

  static SseReader open(URI gateway, String query) {
    return open(gateway, query, "");
  }

  static SseReader open(URI gateway, String query, String lastEventId) {
    return open(gateway, query, lastEventId, Feed.READER.bearer());
  }

  static SseReader open(URI gateway, String query, String lastEventId, String bearer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(Feed.PATH + query))
            .header("Accept", "text/event-stream")
            .header("Authorization", bearer);
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      HttpResponse<InputStream> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new AssertionError(
            answer.statusCode()
                + " "
                + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
      }
      return new SseReader(answer.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The next event, which has to be this one; ids without events are passed over. */
  Frame event(String name) {
    Frame frame = next();
    while (frame.event().isEmpty()) {
      frame = next();
    }
    if (!frame.event().equals(name)) {
      throw new AssertionError("not " + name + " but " + frame);
    }
    return frame;
  }

  Frame next() {
    try {
      Frame frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("nothing came");
      }
      return frame;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean endsWithin(Duration time) {
    long began = System.nanoTime();
    while (System.nanoTime() - began < time.toNanos()) {
      if (next().equals(END)) {
        return true;
      }
    }
    return false;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      String id = "";
      String event = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring("id: ".length());
        } else if (line.startsWith("event: ")) {
          event = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          data = line.substring("data: ".length());
        } else if (line.isEmpty() && !(id + event + data).isEmpty()) {
          frames.add(new Frame(id, event, data));
          id = "";
          event = "";
          data = "";
        }
      }
    } catch (IOException closed) {
      frames.add(END);
      return;
    }
    frames.add(END);
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
