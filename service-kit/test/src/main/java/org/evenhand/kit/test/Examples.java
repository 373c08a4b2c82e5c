package org.evenhand.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The examples of request bodies that an OpenAPI document gives. */
final class Examples {

  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private Examples() {}

  /** The body that the document shows for an operation; null where it takes no JSON. */
  static @Nullable String ofRequest(OpenApiDocument document, OpenApiDocument.Operation operation) {
    JsonNode content = operation.node().path("requestBody").path("content");
    JsonNode media = content.has(JSON) ? content.path(JSON) : content.path(MERGE_PATCH);
    if (media.isMissingNode()) {
      return null;
    }
    if (media.has("example")) {
      return media.get("example").toString();
    }
    JsonNode schema = document.standalone(media.path("schema"));
    JsonNode own =
        schema.has("$ref") ? schema.at(schema.get("$ref").asText().substring(1)) : schema;
    JsonNode example = own.has("example") ? own.get("example") : own.path("examples").path(0);
    if (example.isMissingNode()) {
      throw new AssertionError(operation.id() + " shows no example of its body");
    }
    return example.isTextual() ? example.asText() : example.toString();
  }

  /** A value that fits a parameter, of something that isn't there. */
  static String ofParameter(OpenApiDocument document, JsonNode parameter) {
    JsonNode schema = document.resolved(parameter.path("schema"));
    for (JsonNode shown :
        List.of(parameter.path("example"), schema.path("examples").path(0), schema.at("/enum/0"))) {
      if (!shown.isMissingNode()) {
        return shown.asText();
      }
    }
    String pattern = schema.path("pattern").asText(".*");
    return Stream.of(UUID.randomUUID().toString(), "DE", "disability", "1")
        .filter(value -> !schema.path("type").asText().equals("integer") || value.equals("1"))
        .filter(value -> Pattern.matches(pattern, value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no example of " + parameter));
  }
}
