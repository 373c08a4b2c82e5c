package org.evenhand.kit.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What a JSON Schema (2020-12, as OpenAPI 3.1 and our events have it) promised and breaks.
 *
 * <p>Readers are told beforehand that new fields and new values of an enumeration may come, so
 * these pass. Bounds (lengths, ranges, patterns) count for writers only, because a reader accepts a
 * longer text.
 */
final class SchemaChange {

  private static final List<String> AT_MOST = List.of("maxLength", "maximum", "maxItems");
  private static final List<String> AT_LEAST = List.of("minLength", "minimum", "minItems");
  private static final int LINE = 8 * 1024;
  private static final int ELEMENTS = 512 * 1024;
  private static final List<String> EXACTLY = List.of("pattern", "multipleOf", "uniqueItems");
  private static final List<String> COMPOSED = List.of("allOf", "anyOf", "oneOf");
  private static final JsonNode ANYTHING = JsonNodeFactory.instance.objectNode();

  private final Side side;
  private final Document released;
  private final Document present;
  private final List<String> breaks;
  private final Set<String> compared = new HashSet<>();

  /**
   * @param breaks broken promises are added here, one line each
   */
  SchemaChange(Side side, Document released, Document present, List<String> breaks) {
    this.side = side;
    this.released = released;
    this.present = present;
    this.breaks = breaks;
  }

  /** A pair of parts with the same names is compared once, where it is first met. */
  void compare(String at, JsonNode before, JsonNode after) {
    boolean named = before.has("$ref") && after.has("$ref");
    if (named && !compared.add(before.get("$ref") + " " + after.get("$ref"))) {
      return;
    }
    JsonNode was = released.resolved(before);
    JsonNode is = present.resolved(after);
    if (!typesHold(at, was, is)) {
      return;
    }
    narrowed(at, was, is, "format");
    narrowed(at, was, is, "const");
    values(at, was, is);
    properties(at, was, is);
    children(at, was, is);
    if (side == Side.WRITERS) {
      bounds(at, was, is);
    }
  }

  private boolean typesHold(String at, JsonNode was, JsonNode is) {
    Set<String> before = words(was.path("type"));
    Set<String> after = words(is.path("type"));
    boolean holds = side == Side.READERS ? covers(before, after) : covers(after, before);
    if (!holds) {
      breaks.add(at + ": type was " + before + " and is " + after);
    }
    return holds;
  }

  /** Whether every value of the narrow types is one of the wide; no type at all is every type. */
  private static boolean covers(Set<String> wide, Set<String> narrow) {
    return wide.isEmpty()
        || !narrow.isEmpty()
            && narrow.stream()
                .allMatch(
                    type ->
                        wide.contains(type) || type.equals("integer") && wide.contains("number"));
  }

  /** A keyword that narrows: removing it breaks readers, adding it breaks writers. */
  private void narrowed(String at, JsonNode was, JsonNode is, String keyword) {
    JsonNode narrowing = side == Side.READERS ? was : is;
    if (narrowing.has(keyword) && !was.path(keyword).equals(is.path(keyword))) {
      breaks.add(
          at + ": " + keyword + " was " + shown(was, keyword) + " and is " + shown(is, keyword));
    }
  }

  private static String shown(JsonNode schema, String keyword) {
    return schema.has(keyword) ? schema.get(keyword).asText() : "open";
  }

  private void values(String at, JsonNode was, JsonNode is) {
    if (was.has("enum") && is.has("enum")) {
      Set<String> gone = words(was.get("enum"));
      gone.removeAll(words(is.get("enum")));
      gone.forEach(value -> breaks.add(at + ": value " + value + " is gone"));
    } else if (was.has("enum") && side == Side.READERS) {
      breaks.add(at + ": is no longer one of " + words(was.get("enum")));
    } else if (is.has("enum") && side == Side.WRITERS) {
      breaks.add(at + ": takes only " + words(is.get("enum")) + " now");
    }
  }

  private void properties(String at, JsonNode was, JsonNode is) {
    for (var property : was.path("properties").properties()) {
      String name = at + "/" + property.getKey();
      JsonNode after = is.path("properties").path(property.getKey());
      if (after.isMissingNode()) {
        breaks.add(name + ": is gone");
      } else {
        compare(name, property.getValue(), after);
      }
    }
    Set<String> before = words(was.path("required"));
    Set<String> after = words(is.path("required"));
    if (side == Side.READERS) {
      before.removeAll(after);
      before.stream()
          .filter(is.path("properties")::has)
          .forEach(name -> breaks.add(at + "/" + name + ": is no longer always there"));
    } else {
      after.removeAll(before);
      after.forEach(name -> breaks.add(at + "/" + name + ": is required now"));
    }
  }

  private void children(String at, JsonNode was, JsonNode is) {
    for (String keyword : List.of("items", "additionalProperties")) {
      if (was.path(keyword).isObject() || is.path(keyword).isObject()) {
        compare(at + "/" + keyword, schema(was, keyword), schema(is, keyword));
      }
    }
    for (String keyword : COMPOSED) {
      JsonNode before = was.path(keyword);
      JsonNode after = is.path(keyword);
      if (before.size() != after.size()) {
        breaks.add(at + ": " + keyword + " had " + before.size() + " and has " + after.size());
        continue;
      }
      for (int i = 0; i < before.size(); i++) {
        compare(at + "/" + keyword + "/" + i, before.get(i), after.get(i));
      }
    }
  }

  private static JsonNode schema(JsonNode parent, String keyword) {
    return parent.path(keyword).isObject() ? parent.get(keyword) : ANYTHING;
  }

  private void bounds(String at, JsonNode was, JsonNode is) {
    AT_MOST.forEach(bound -> bound(at, was, is, bound, -1));
    AT_LEAST.forEach(bound -> bound(at, was, is, bound, 1));
    EXACTLY.forEach(bound -> narrowed(at, was, is, bound));
  }

  private void bound(String at, JsonNode was, JsonNode is, String bound, int tighter) {
    if (!is.has(bound)) {
      return;
    }
    boolean narrower =
        was.has(bound)
            ? is.get(bound).decimalValue().compareTo(was.get(bound).decimalValue()) * tighter > 0
            : !isOfServer(is, bound);
    if (narrower) {
      breaks.add(at + ": " + bound + " was " + shown(was, bound) + " and is " + shown(is, bound));
    }
  }

  /** What the server takes at most, of anything or of this format: only the document told less. */
  private static boolean isOfServer(JsonNode schema, String bound) {
    return switch (bound) {
      case "maxLength" -> schema.has("format") || schema.get(bound).asLong() >= LINE;
      case "maxItems" -> schema.get(bound).asLong() >= ELEMENTS;
      case "minimum" -> schema.get(bound).asLong() <= Integer.MIN_VALUE;
      case "maximum" -> schema.get(bound).asLong() >= Integer.MAX_VALUE;
      default -> false;
    };
  }

  /** One text, or each of a list, as a sorted copy. */
  static Set<String> words(JsonNode node) {
    Set<String> words = new TreeSet<>();
    if (node.isArray()) {
      StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).forEach(words::add);
    } else if (!node.isMissingNode()) {
      words.add(node.asText());
    }
    return words;
  }
}
