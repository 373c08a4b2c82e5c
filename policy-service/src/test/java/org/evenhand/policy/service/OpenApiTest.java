package org.evenhand.policy.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.policy.content.Contents;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends ServiceTest {

  private static final Path SNAPSHOT = Path.of("src/main/openapi/openapi.json");

  /**
   * A difference is either a mistake or a decision: then look at what was written to target, and
   * commit it as the new snapshot.
   */
  @Test
  void the_document_is_the_committed_one() throws IOException {
    String document = document();
    Files.writeString(Path.of("target/openapi.json"), document);

    assertThat(SNAPSHOT).as("snapshot of the OpenAPI document").exists();
    assertThat(document).isEqualTo(Files.readString(SNAPSHOT));
  }

  @Test
  void every_operation_has_an_id_a_summary_and_its_roles() throws IOException {
    JsonNode paths = Contents.JSON.readTree(document()).get("paths");
    List<String> incomplete = new ArrayList<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb -> {
                          JsonNode operation = verb.getValue();
                          if (operation.isObject()
                              && !(operation.has("operationId")
                                  && operation.has("summary")
                                  && operation.has("x-roles"))) {
                            incomplete.add(verb.getKey() + " " + path.getKey());
                          }
                        }));

    assertThat(incomplete).isEmpty();
  }

  @Test
  void every_body_has_an_example() throws IOException {
    JsonNode document = Contents.JSON.readTree(document());
    Set<String> without = new TreeSet<>();
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        operation.path("responses").forEach(response -> collect(document, response, without));
        collect(document, operation.path("requestBody"), without);
      }
    }

    assertThat(without).isEmpty();
  }

  /** A list shows the examples of its items, a problem speaks for itself. */
  private static void collect(JsonNode document, JsonNode body, Set<String> without) {
    JsonNode media = body.at("/content/application~1json");
    String reference = media.at("/schema/$ref").asText();
    if (reference.isEmpty()) {
      return;
    }
    JsonNode schema = document.at(reference.substring(1));
    JsonNode item = schema.at("/properties/items/items/$ref");
    JsonNode shown = item.isTextual() ? document.at(item.asText().substring(1)) : schema;
    if (!media.has("example") && !shown.has("examples")) {
      without.add(reference);
    }
  }

  private static String document() throws IOException {
    String json = given().queryParam("format", "json").get("/q/openapi").asString();
    return Contents.JSON
            .copy()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(Contents.JSON.readTree(json))
        + "\n";
  }
}
