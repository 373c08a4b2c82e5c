package org.evenhand.local.journey.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is being built. */
public final class Call {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final String method;
  private final URI address;
  private final String who;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private BodyPublisher body = BodyPublishers.noBody();

  Call(HttpClient http, String method, URI address, String who) {
    this.http = http;
    this.method = method;
    this.address = address;
    this.who = who;
  }

  public Call header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** The state that this change was decided on: an ETag of an earlier answer. */
  public Call ifMatch(String etag) {
    return header("If-Match", etag);
  }

  /** A repeat under the same key has one effect. */
  public Call idempotencyKey(String key) {
    return header("Idempotency-Key", key);
  }

  /**
   * @param content whatever Jackson writes: a map, a record, a node
   */
  public Call json(Object content) {
    try {
      body = BodyPublishers.ofString(JSON.writeValueAsString(content));
    } catch (JsonProcessingException e) {
      throw new StepFailed("the body of " + request() + " can't be written as JSON", e);
    }
    return header(
        "Content-Type",
        method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
  }

  /** JSON as it stands, also when it is broken on purpose. */
  public Call text(String content) {
    body = BodyPublishers.ofString(content);
    return header("Content-Type", "application/json");
  }

  public Call csv(String content) {
    body = BodyPublishers.ofString(content);
    return header("Content-Type", "text/csv");
  }

  public Call csv(Path file) {
    try {
      body = BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new StepFailed(file + " is missing", e);
    }
    return header("Content-Type", "text/csv");
  }

  public Answer send() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(2)).method(method, body);
    headers.forEach(request::header);
    try {
      return new Answer(request(), http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new StepFailed(request() + " got no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed(request() + " was interrupted", e);
    }
  }

  private String request() {
    return method + " " + address + " as " + who;
  }
}
