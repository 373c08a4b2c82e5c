package org.evenhand.kit.test.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EventChangeTest {

  private static final String TYPE = "org.evenhand.rating.shared.v1";

  private static final String CATALOGUE =
      """
      {"channels": {"ratings": {
        "address": "evenhand.ratings",
        "bindings": {"kafka": {"partitions": 6, "topicConfiguration": {"retention.ms": -1}}},
        "messages": {"shared": {"$ref": "#/components/messages/shared"}}}},
       "components": {"messages": {"shared": {"name": "org.evenhand.rating.shared.v1"}}}}
      """;

  private static final String SCHEMA =
      """
      {"type": "object", "required": ["ordinal"], "properties": {
        "ordinal": {"type": "integer", "minimum": 1},
        "origin": {"type": "string", "enum": ["LIVE", "HISTORY"]},
        "scale": {"$ref": "#/$defs/scale"}},
       "$defs": {"scale": {"type": "object", "properties": {"size": {"type": "integer"}}}}}
      """;

  @Test
  void what_is_added_breaks_no_reader() {
    holds(schema -> at(schema, "/properties").putObject("label").put("type", "string"));
    holds(schema -> at(schema, "/properties/origin").withArray("enum").add("REVISED"));
    holds(schema -> at(schema, "").withArray("required").add("origin"));
    holds(schema -> at(schema, "/properties/ordinal").put("maximum", 7));
  }

  @Test
  void what_a_reader_relies_on_is_kept() {
    breaks(schema -> at(schema, "/properties").remove("origin"), "/origin: is gone");
    breaks(schema -> at(schema, "/$defs/scale/properties").removeAll(), "/scale/size: is gone");
    breaks(schema -> at(schema, "").remove("required"), "/ordinal: is no longer always there");
    breaks(
        schema -> at(schema, "/properties/ordinal").putArray("type").add("integer").add("null"),
        "/ordinal: type was [integer] and is [integer, null]");
    breaks(
        schema -> at(schema, "/properties/origin").putArray("enum").add("LIVE"),
        "/origin: value HISTORY is gone");
    breaks(
        schema -> at(schema, "/properties/origin").remove("enum"),
        "/origin: is no longer one of [HISTORY, LIVE]");
  }

  @Test
  void a_topic_and_its_types_are_kept() {
    assertEquals(
        List.of("evenhand.ratings: is gone"),
        catalogue(c -> at(c, "/channels").removeAll(), Map.of(TYPE, json(SCHEMA))));
    assertEquals(
        List.of("evenhand.ratings: partitions was 6 and is 12"),
        catalogue(
            c -> at(c, "/channels/ratings/bindings/kafka").put("partitions", 12),
            Map.of(TYPE, json(SCHEMA))));
    assertEquals(
        List.of("evenhand.ratings: " + TYPE + " no longer comes here", TYPE + ": is gone"),
        catalogue(c -> at(c, "/channels/ratings/messages").removeAll(), Map.of()));
  }

  private static void holds(Consumer<JsonNode> change) {
    assertEquals(List.of(), after(change));
  }

  private static void breaks(Consumer<JsonNode> change, String what) {
    assertEquals(List.of(TYPE + what), after(change));
  }

  private static List<String> after(Consumer<JsonNode> change) {
    JsonNode changed = json(SCHEMA);
    change.accept(changed);
    return catalogue(c -> {}, Map.of(TYPE, changed));
  }

  private static List<String> catalogue(Consumer<JsonNode> change, Map<String, JsonNode> schemas) {
    JsonNode changed = json(CATALOGUE);
    change.accept(changed);
    return EventChange.breaks(
        new EventFolder(json(CATALOGUE), Map.of(TYPE, json(SCHEMA))),
        new EventFolder(changed, new TreeMap<>(schemas)));
  }

  private static ObjectNode at(JsonNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
