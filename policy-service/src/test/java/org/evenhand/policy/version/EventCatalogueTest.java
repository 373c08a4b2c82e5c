package org.evenhand.policy.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.kit.test.contract.EventContract;
import org.evenhand.policy.content.CanonicalContent;
import org.evenhand.policy.content.Contents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventCatalogueTest {

  private static final String FOLDER = "/META-INF/resources/events/";

  @TestFactory
  Stream<DynamicTest> the_catalogue_holds_what_it_promises() {
    return EventContract.tests();
  }

  @ParameterizedTest
  @EnumSource(
      value = PolicyEventType.class,
      names = {"ANNOUNCED", "EFFECTIVE"})
  void an_example_with_content_has_the_hash_of_that_content(PolicyEventType happening) {
    JsonNode example = json("examples/" + PolicyEvents.type(happening) + ".json");

    assertThat(CanonicalContent.hash(Contents.READER.read(example.get("content"))))
        .isEqualTo(example.get("contentHash").asText());
  }

  @Test
  void the_catalogue_describes_exactly_what_can_happen_to_a_policy() {
    List<String> described = new ArrayList<>();
    json("asyncapi.json")
        .at("/components/messages")
        .forEach(message -> described.add(message.get("name").asText()));

    assertThat(described)
        .filteredOn(type -> type.startsWith("org.evenhand.policy."))
        .containsExactlyElementsOf(
            Stream.of(PolicyEventType.values()).map(PolicyEvents::type).toList());
  }

  private static JsonNode json(String path) {
    try (var in = EventCatalogueTest.class.getResourceAsStream(FOLDER + path)) {
      return Contents.JSON.readTree(in);
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }
}
