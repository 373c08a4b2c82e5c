package org.evenhand.local.journey.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An answer with assertions on it; a failed one says the request, what was expected and what was
 * seen.
 */
public final class Answer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 1_500;

  private final String request;
  private final HttpResponse<String> response;

  Answer(String request, HttpResponse<String> response) {
    this.request = request;
    this.response = response;
  }

  /** Method, address and caller. */
  public String request() {
    return request;
  }

  public int status() {
    return response.statusCode();
  }

  public String text() {
    return response.body();
  }

  public JsonNode json() {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw failed("JSON");
    }
  }

  /** For the next change, as If-Match. */
  public String etag() {
    return header("ETag");
  }

  /** The path of what was made. */
  public String location() {
    return header("Location");
  }

  String header(String name) {
    return response.headers().firstValue(name).orElseThrow(() -> failed("a header " + name));
  }

  /** One of these statuses, or the step fails. */
  public Answer expect(int... statuses) {
    if (Arrays.stream(statuses).noneMatch(s -> s == status())) {
      throw failed(
          Arrays.stream(statuses).mapToObj(Integer::toString).collect(Collectors.joining(" or ")));
    }
    return this;
  }

  /**
   * The value at a JSON pointer (RFC 6901), or the step fails.
   *
   * @param expected compared as text, so that 3 and "3" are one
   */
  public Answer expect(String pointer, Object expected) {
    JsonNode seen = json().at(pointer);
    if (seen.isMissingNode() || !seen.asText().equals(expected.toString())) {
      throw failed(expected + " at " + pointer);
    }
    return this;
  }

  /** Expects a problem document (RFC 9457) of that status whose type ends in the given name. */
  public Answer expectProblem(int status, String type) {
    expect(status);
    if (!json().path("type").asText().endsWith("/" + type)) {
      throw failed("a problem of type " + type);
    }
    return this;
  }

  /** Whether what was read says that its reader may begin this operation now. */
  public boolean offers(String operation) {
    return StreamSupport.stream(json().path("actions").spliterator(), false)
        .anyMatch(action -> action.asText().equals(operation));
  }

  /** The value there, which must exist. */
  public String at(String pointer) {
    JsonNode seen = json().at(pointer);
    if (seen.isMissingNode() || seen.isNull()) {
      throw failed("a value at " + pointer);
    }
    return seen.asText();
  }

  public StepFailed failed(String expected) {
    String body = response.body();
    String shown = body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body;
    return new StepFailed(
        request + ": expected " + expected + ", seen " + status() + " " + shown.strip());
  }
}
