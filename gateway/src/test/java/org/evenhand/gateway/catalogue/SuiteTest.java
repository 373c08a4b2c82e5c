package org.evenhand.gateway.catalogue;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.gateway.ServicesResource;
import org.evenhand.gateway.routing.RoutingTable;
import org.evenhand.gateway.routing.Upstream;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.contract.AsyncApiSchema;
import org.junit.jupiter.api.Test;

/** The documents that the services have committed, put together as an installation shows them. */
@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class SuiteTest {

  private static final String EVENTS = "src/main/resources/META-INF/resources/events/";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject RoutingTable table;
  @Inject OpenApi openApi;
  @Inject AsyncApi asyncApi;

  @Test
  void everythingThatAServiceOffersIsRoutedAndInTheDocument() throws IOException {
    List<Part> parts = parts("src/main/openapi/openapi.json");
    assertEquals(table.upstreams().size(), parts.size());
    Set<String> offered = new TreeSet<>();
    for (Part part : parts) {
      part.document().path("paths").fieldNames().forEachRemaining(offered::add);
    }
    offered.removeIf(path -> path.startsWith("/internal/"));
    offered.add("/v1/events");
    ObjectNode document = openApi.of(parts);

    Set<String> shown = new TreeSet<>();
    document.path("paths").fieldNames().forEachRemaining(shown::add);
    assertEquals(offered, shown);
    assertFalse(document.toString().contains("/internal/"));
    assertWhole(document);
    Set<String> ids = new HashSet<>();
    for (String id : document.path("paths").findValuesAsText("operationId")) {
      assertTrue(ids.add(id), id);
    }
  }

  @Test
  void aCodeOfAProblemMeansTheSameInEveryService() throws IOException {
    Map<String, JsonNode> meant = new HashMap<>();
    for (Part part : parts("src/main/openapi/openapi.json")) {
      for (JsonNode type : part.document().path("x-problem-types")) {
        JsonNode known = meant.putIfAbsent(type.path("code").asText(), type);
        assertTrue(known == null || known.equals(type), type.toString());
      }
    }
  }

  @Test
  void aCodeThatAnOperationAnswersWithIsListedWithItsRemedy() throws IOException {
    JsonNode document = openApi.of(parts("src/main/openapi/openapi.json"));
    Set<String> listed = new TreeSet<>(document.path("x-problem-types").findValuesAsText("code"));
    assertTrue(listed.contains("HEADERS_TOO_LARGE"));
    for (JsonNode codes : document.findValues("code")) {
      codes
          .path("enum")
          .forEach(
              code ->
                  assertTrue(listed.contains(code.asText()) || isViolation(codes), code.asText()));
    }
    document
        .path("x-problem-types")
        .forEach(type -> assertFalse(type.path("remedy").asText().isBlank(), type.toString()));
  }

  private static boolean isViolation(JsonNode codes) {
    return codes.path("description").asText().startsWith("Of which kind");
  }

  @Test
  void theCatalogueIsAsyncApiAndEveryTopicIsOfOneProducer() throws IOException {
    List<Part> parts = parts(EVENTS + "asyncapi.json");
    ObjectNode catalogue = asyncApi.of(parts);

    AsyncApiSchema.check(catalogue);
    assertWhole(catalogue);
    Set<String> topics = new HashSet<>();
    for (JsonNode channel : catalogue.path("channels")) {
      assertTrue(topics.add(channel.path("address").asText()), channel.path("address").asText());
    }
    assertEquals(1, catalogue.at("/components/messageTraits").size());
    assertFalse(catalogue.toString().contains("evenhand.internal."));
  }

  /**
   * What is new in a catalogue is added to this file: {@code target/feed-topics.json} has it all.
   */
  @Test
  void theFeedHasTheTopicsAndTypesOfTheCatalogue() throws IOException {
    ObjectNode topics = JSON.createObjectNode();
    for (Part part : parts(EVENTS + "asyncapi.json")) {
      for (JsonNode channel : part.document().path("channels")) {
        String topic = channel.path("address").asText();
        if (!topic.startsWith("evenhand.internal.")) {
          ObjectNode described = topics.putObject(topic);
          JsonNode cleanup = channel.at("/bindings/kafka/topicConfiguration/cleanup.policy");
          described.put("compacted", cleanup.path(0).asText().equals("compact"));
          ArrayNode types = described.putArray("types");
          for (JsonNode message : channel.path("messages")) {
            String pointer = message.path("$ref").asText().substring(1);
            types.add(part.document().at(pointer).path("name").asText());
          }
        }
      }
    }
    JSON.writerWithDefaultPrettyPrinter()
        .writeValue(Path.of("target/feed-topics.json").toFile(), topics);
    assertEquals(topics, JSON.readTree(Path.of("src/main/resources/feed/topics.json").toFile()));
  }

  @Test
  void theGuideGivesAccessToEveryPublicTopic() throws IOException {
    String guide = given().get("/guides/events").then().statusCode(200).extract().asString();
    for (JsonNode channel : asyncApi.of(parts(EVENTS + "asyncapi.json")).path("channels")) {
      String topic = channel.path("address").asText();
      assertTrue(guide.contains(" " + topic), topic);
    }
  }

  /** A rating alone may also be the outcome of an appeal. */
  @Test
  void aReasonOfCalibrationIsOneOfTheSameCodesInEveryEvent() throws IOException {
    Set<Set<String>> codes = new HashSet<>();
    for (Part part : parts(EVENTS + "asyncapi.json")) {
      try (var schemas = Files.list(folder(part.upstream()).resolve(EVENTS + "schemas"))) {
        for (Path schema : schemas.toList()) {
          JSON.readTree(schema.toFile()).findValues("reasonCode").stream()
              .filter(JsonNode::isObject)
              .forEach(code -> codes.add(ofCalibration(code.path("enum"))));
        }
      }
    }
    assertEquals(1, codes.size(), codes.toString());
  }

  private static Set<String> ofCalibration(JsonNode codes) {
    Set<String> names = new TreeSet<>();
    codes.forEach(code -> names.add(code.asText()));
    names.remove("APPEAL");
    return names;
  }

  @Test
  void whatTheCatalogueLinksToIsThere() throws IOException {
    for (Part part : parts(EVENTS + "asyncapi.json")) {
      for (JsonNode message : part.document().at("/components/messages")) {
        String schema = message.at("/payload/$ref").asText();
        assertTrue(Files.exists(folder(part.upstream()).resolve(EVENTS + schema)), schema);
      }
    }
  }

  private static void assertWhole(JsonNode document) {
    for (String reference : document.findValuesAsText("$ref")) {
      if (reference.startsWith("#/")) {
        assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
      }
    }
  }

  private List<Part> parts(String file) throws IOException {
    return Suite.parts(table, file);
  }

  private static Path folder(Upstream upstream) {
    return Suite.folder(upstream);
  }
}
