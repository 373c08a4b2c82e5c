package org.evenhand.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An answer, whichever client asked.
 *
 * @param method in upper case
 * @param header the first value of a header, null without one
 * @param body empty without one
 */
record Answer(
    String method, URI uri, int status, UnaryOperator<@Nullable String> header, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @throws AssertionError if the body isn't JSON
   */
  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }

  boolean has(String name) {
    return header.apply(name) != null;
  }

  /** Without its parameters; empty where no type is given. */
  String mediaType() {
    return Optional.ofNullable(header.apply("Content-Type"))
        .map(type -> type.split(";", 2)[0].trim())
        .orElse("");
  }
}
