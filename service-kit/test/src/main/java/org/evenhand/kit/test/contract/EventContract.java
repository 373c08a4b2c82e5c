package org.evenhand.kit.test.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.evenhand.kit.test.EventSchemas;
import org.junit.jupiter.api.DynamicTest;

/**
 * Checks a producer's event catalogue against its form and against what was released. Each producer
 * runs {@link #tests()}; the folders are those of the module.
 */
public final class EventContract {

  private static final Path CATALOGUE = Path.of("src/main/resources/META-INF/resources/events");
  private static final Path RELEASED = Path.of("src/released/events");

  private final EventFolder present = EventFolder.at(CATALOGUE);
  private final Map<String, JsonNode> examples = EventFolder.all(CATALOGUE.resolve("examples"));

  private EventContract() {}

  public static Stream<DynamicTest> tests() {
    EventContract contract = new EventContract();
    return Stream.of(
        DynamicTest.dynamicTest(
            "every example fits its schema", () -> contract.examplesFitTheirSchemas()),
        DynamicTest.dynamicTest(
            "every pattern is one of ECMA 262",
            () ->
                contract.present.schemas().values().stream()
                    .map(PortablePatterns::faults)
                    .forEach(faults -> assertEquals(Map.of(), faults))),
        DynamicTest.dynamicTest(
            "the catalogue is AsyncAPI 3", () -> contract.catalogueIsAsyncApi()),
        DynamicTest.dynamicTest(
            "the catalogue tells of every type, with its example",
            () -> contract.catalogueIsComplete()),
        DynamicTest.dynamicTest(
            "every topic states partitions and retention", () -> contract.topicsAreStated()),
        DynamicTest.dynamicTest(
            "nothing that was released is broken",
            () ->
                assertEquals(
                    List.of(), EventChange.breaks(EventFolder.at(RELEASED), contract.present))));
  }

  private void examplesFitTheirSchemas() {
    assertEquals(present.schemas().keySet(), examples.keySet());
    present.schemas().keySet().forEach(EventSchemas::checkExample);
    present.schemas().forEach((type, schema) -> assertEquals(type, schema.path("title").asText()));
  }

  private void catalogueIsAsyncApi() {
    AsyncApiSchema.check(present.asyncApi());
  }

  private void catalogueIsComplete() {
    Set<String> told = new TreeSet<>();
    eachMessage(
        message -> {
          String type = message.path("name").asText();
          told.add(type);
          assertEquals("schemas/" + type + ".json", message.at("/payload/$ref").asText());
          assertEquals(examples.get(type), message.at("/examples/0/payload"), type);
          assertFalse(message.path("summary").asText().isBlank(), type + " says what happened");
          assertTrue(
              message.path("description").asText().matches("(?s).*\\bTriggered\\b.*\\b[Nn]ot\\b.*"),
              type + " says what triggers it and what doesn't");
        });
    assertEquals(present.schemas().keySet(), told);
  }

  private void topicsAreStated() {
    for (JsonNode channel : present.asyncApi().path("channels")) {
      String address = channel.path("address").asText();
      JsonNode kafka = channel.at("/bindings/kafka");
      assertTrue(kafka.path("partitions").asInt() > 0, address + " states its partitions");
      JsonNode settings = kafka.path("topicConfiguration");
      assertTrue(settings.has("cleanup.policy"), address + " states whether it is compacted");
      assertTrue(settings.has("retention.ms"), address + " states how long records are kept");
      assertFalse(channel.path("description").asText().isBlank(), address + " states its key");
    }
  }

  private void eachMessage(Consumer<JsonNode> check) {
    present
        .asyncApi()
        .path("channels")
        .forEach(channel -> present.messages(channel).forEach(check));
  }
}
