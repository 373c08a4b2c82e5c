package org.evenhand.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A body that doesn't fit.
 *
 * @param pointer where a problem has to report the fault; null where the body can't be read at all
 */
record BadBody(String body, @Nullable String pointer) {

  private static final String HALF = "\ud800";

  /** A bound from here on is that of the whole body, which every operation has. */
  private static final int BODY = 512 * 1024;

  /** All that can be wrong with an example by its schema, one thing at a time. */
  static List<BadBody> of(OpenApiDocument document, JsonNode schema, JsonNode example) {
    List<BadBody> bad = new ArrayList<>();
    for (String broken : List.of("{", "", "nul", "{\"a\":1,\"a\":2}", example + " {}")) {
      bad.add(new BadBody(broken, null));
    }
    new Walk(document, example, bad).at("", schema, example);
    return bad;
  }

  private record Walk(OpenApiDocument document, JsonNode example, List<BadBody> bad) {

    void at(String pointer, JsonNode part, JsonNode value) {
      JsonNode schema = document.resolved(part);
      if (value.isObject()) {
        object(pointer, schema, value);
      } else if (value.isArray()) {
        array(pointer, schema, value);
      } else if (value.isTextual()) {
        text(pointer, schema);
      } else if (value.isNumber()) {
        replaced(pointer, TextNode.valueOf("soon"));
        bounds(pointer, schema);
      } else if (value.isBoolean()) {
        replaced(pointer, TextNode.valueOf("yes"));
      }
    }

    private void object(String pointer, JsonNode schema, JsonNode value) {
      replaced(pointer, IntNode.valueOf(7));
      if (!schema.has("properties")) {
        return;
      }
      JsonNode more = example.deepCopy();
      ((ObjectNode) more.at(pointer)).put("unheardOf", 1);
      bad.add(new BadBody(more.toString(), pointer + "/unheardOf"));
      for (JsonNode name : schema.path("required")) {
        JsonNode less = example.deepCopy();
        ((ObjectNode) less.at(pointer)).remove(name.asText());
        bad.add(new BadBody(less.toString(), pointer + "/" + name.asText()));
      }
      for (var property : schema.path("properties").properties()) {
        at(pointer + "/" + property.getKey(), property.getValue(), value.path(property.getKey()));
      }
    }

    private void array(String pointer, JsonNode schema, JsonNode value) {
      replaced(pointer, TextNode.valueOf("one"));
      if (value.isEmpty()) {
        return;
      }
      at(pointer + "/0", schema.path("items"), value.get(0));
      if (schema.path("maxItems").asInt(BODY) < BODY) {
        ArrayNode many = ((ArrayNode) value).arrayNode();
        for (int i = 0; i <= schema.get("maxItems").asInt(); i++) {
          many.add(value.get(0));
        }
        replaced(pointer, many);
      }
    }

    private void text(String pointer, JsonNode schema) {
      replaced(pointer, IntNode.valueOf(7));
      if (schema.has("enum") || schema.has("format")) {
        replaced(pointer, TextNode.valueOf("nonsense"));
        return;
      }
      replaced(pointer, TextNode.valueOf("a\u0000b"));
      replaced(pointer, TextNode.valueOf("a" + HALF + "b"));
      if (schema.has("pattern")) {
        replaced(pointer, TextNode.valueOf("\u200b\u00a0\u2800\u3164"));
      }
      if (schema.path("maxLength").asInt(BODY) < BODY) {
        replaced(pointer, TextNode.valueOf("x".repeat(schema.get("maxLength").asInt() + 1)));
      }
    }

    private void bounds(String pointer, JsonNode schema) {
      if (schema.has("minimum") && schema.get("minimum").asLong() > Integer.MIN_VALUE) {
        replaced(pointer, IntNode.valueOf(schema.get("minimum").asInt() - 1));
      }
      if (schema.has("maximum") && schema.get("maximum").asLong() < Integer.MAX_VALUE) {
        replaced(pointer, IntNode.valueOf(schema.get("maximum").asInt() + 1));
      }
    }

    private void replaced(String pointer, JsonNode by) {
      if (pointer.isEmpty()) {
        bad.add(new BadBody(by.toString(), null));
        return;
      }
      JsonNode copy = example.deepCopy();
      int slash = pointer.lastIndexOf('/');
      JsonNode parent = copy.at(pointer.substring(0, slash));
      String step = pointer.substring(slash + 1);
      if (parent instanceof ArrayNode list) {
        list.set(Integer.parseInt(step), by);
      } else {
        ((ObjectNode) parent).set(step, by);
      }
      // Half of a surrogate pair goes through UTF-8 only as an escape
      bad.add(new BadBody(copy.toString().replace(HALF, "\\ud800"), pointer));
    }
  }

  /** Whether a problem says that it is wrong there, or at a part of it. */
  boolean isNamedIn(JsonNode problem) {
    return pointer == null
        || StreamSupport.stream(problem.path("errors").spliterator(), false)
            .map(error -> error.path("pointer").asText())
            .anyMatch(found -> found.equals(pointer) || found.startsWith(pointer + "/"));
  }
}
