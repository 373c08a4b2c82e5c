package org.evenhand.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;

/**
 * Reads what an answer says. For what thousands of tests ask for: RestAssured compiles a script for
 * each of its paths, every time.
 */
public final class Said {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Said() {}

  public static JsonNode by(Response answer) {
    try {
      return MAPPER.readTree(answer.asString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.asString(), e);
    }
  }

  /**
   * @param pointer a JSON Pointer (RFC 6901)
   * @throws AssertionError where the answer has nothing there
   */
  public static String text(Response answer, String pointer) {
    JsonNode found = by(answer).at(pointer);
    if (found.isMissingNode() || found.isNull()) {
      throw new AssertionError("nothing at " + pointer + " in " + answer.asString());
    }
    return found.asText();
  }

  /** Expects a status and a state, and gives the id. */
  public static String id(Response answer, int status, String state) {
    expect(answer, status, state);
    return text(answer, "/id");
  }

  public static void expect(Response answer, int status, String state) {
    if (answer.statusCode() != status || !by(answer).path("state").asText().equals(state)) {
      throw new AssertionError(
          "expected %d with state %s, but was %d: %s"
              .formatted(status, state, answer.statusCode(), answer.asString()));
    }
  }
}
