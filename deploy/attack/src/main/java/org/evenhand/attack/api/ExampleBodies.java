package org.evenhand.attack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A body that is valid by the document: its example, or one made from its schema. */
final class ExampleBodies {

  private static final int DEEPEST = 8;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ApiDocument document;

  ExampleBodies(ApiDocument document) {
    this.document = document;
  }

  JsonNode of(JsonNode media) {
    if (media.has("example")) {
      return media.path("example");
    }
    JsonNode examples = media.path("examples");
    if (!examples.isEmpty()) {
      return document.resolved(examples.elements().next()).path("value");
    }
    return made(media.path("schema"), 0);
  }

  private JsonNode made(JsonNode reference, int depth) {
    JsonNode schema = document.resolved(reference);
    if (schema.has("example")) {
      return schema.path("example");
    }
    for (String one : new String[] {"examples", "enum"}) {
      if (!schema.path(one).isEmpty()) {
        return schema.path(one).get(0);
      }
    }
    for (String some : new String[] {"allOf", "anyOf", "oneOf"}) {
      if (!schema.path(some).isEmpty()) {
        return made(schema.path(some).get(0), depth + 1);
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" ->
          depth > DEEPEST
              ? NODES.arrayNode()
              : NODES.arrayNode().add(made(schema.path("items"), depth + 1));
      case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
      case "boolean" -> NODES.booleanNode(false);
      default -> NODES.textNode(text(schema.path("format").asText()));
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode made = NODES.objectNode();
    if (depth <= DEEPEST) {
      schema
          .path("properties")
          .properties()
          .forEach(field -> made.set(field.getKey(), made(field.getValue(), depth + 1)));
    }
    return made;
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (!each.asText().equals("null")) {
          return each.asText();
        }
      }
    }
    return type.asText(schema.has("properties") ? "object" : "string");
  }

  private static String text(String format) {
    return switch (format) {
      case "uuid" -> "0198f2a0-0000-7000-8000-000000000001";
      case "date" -> "2026-01-01";
      case "date-time" -> "2026-01-01T00:00:00Z";
      default -> "text";
    };
  }
}
