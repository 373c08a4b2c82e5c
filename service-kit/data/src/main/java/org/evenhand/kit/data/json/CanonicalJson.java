package org.evenhand.kit.data.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One text per JSON value, in the manner of RFC 8785: members sorted by name, no white space, nulls
 * of absent members left out. Numbers are written as Jackson writes them, which is stable for the
 * integers and short decimals that are hashed here.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  public static String of(@Nullable Object value) {
    return Json.write(sorted(Json.mapper().valueToTree(value)));
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      object.properties().stream()
          .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
          .forEach(member -> result.set(member.getKey(), sorted(member.getValue())));
      return result;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode result = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> result.add(sorted(item)));
      return result;
    }
    return node;
  }
}
