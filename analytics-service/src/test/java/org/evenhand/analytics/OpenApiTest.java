package org.evenhand.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Path SNAPSHOT = Path.of("src/main/openapi/openapi.json");

  /**
   * A difference is either a mistake or a decision: then look at what was written to target, and
   * commit it as the new snapshot.
   */
  @Test
  void the_document_is_the_committed_one() throws IOException {
    String document = JSON.writeValueAsString(document()) + "\n";
    Files.writeString(Path.of("target/openapi.json"), document);
    assertTrue(Files.exists(SNAPSHOT), "snapshot of the OpenAPI document");
    assertEquals(Files.readString(SNAPSHOT), document);
  }

  @Test
  void every_operation_has_an_id_a_summary_and_its_roles() throws IOException {
    List<String> incomplete = new ArrayList<>();
    document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb -> {
                          if (!isComplete(verb.getValue())) {
                            incomplete.add(verb.getKey() + " " + path.getKey());
                          }
                        }));
    assertEquals(List.of(), incomplete);
  }

  @Test
  void every_body_of_this_service_has_an_example() throws IOException {
    JsonNode document = document();
    Set<String> without = new TreeSet<>();
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        operation.path("responses").forEach(response -> collect(document, response, without));
        collect(document, operation.path("requestBody"), without);
      }
    }
    // Told by the kit for every import of the suite.
    without.remove("#/components/schemas/ImportView");
    assertEquals(Set.of(), without);
  }

  private static boolean isComplete(JsonNode operation) {
    return !operation.isObject()
        || (operation.has("operationId") && operation.has("summary") && operation.has("x-roles"));
  }

  /** A list shows the examples of its items. */
  private static void collect(JsonNode document, JsonNode body, Set<String> without) {
    JsonNode media = body.at("/content/application~1json");
    String reference = media.at("/schema/$ref").asText();
    if (reference.isEmpty()) {
      return;
    }
    JsonNode schema = document.at(reference.substring(1));
    JsonNode item = schema.at("/properties/items/items/$ref");
    JsonNode shown = item.isTextual() ? document.at(item.asText().substring(1)) : schema;
    if (!media.has("example") && !shown.has("examples") && !schema.has("examples")) {
      without.add(reference);
    }
  }

  private static JsonNode document() throws IOException {
    return JSON.readTree(
        RestAssured.given().queryParam("format", "json").get("/q/openapi").asString());
  }
}
