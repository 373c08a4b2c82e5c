package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts the named parts of several documents into one. Two services may use one name for different
 * things: the later one is then named after its service ({@code ReviewState} of calibration becomes
 * {@code CalibrationReviewState}), and so is everything of its document that refers to it.
 */
final class Merge {

  private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
  private final List<String> sections;

  /**
   * @param sections pointers to the maps of named parts, for example {@code /components/schemas}
   */
  Merge(List<String> sections) {
    this.sections = sections;
  }

  /** Takes in the sections of one document and returns it with its references rewritten. */
  JsonNode add(String service, JsonNode document) {
    Map<String, String> renamed = renamed(service, document);
    JsonNode rewritten = rewrite(document, renamed);
    for (String section : sections) {
      rewritten
          .at(section)
          .properties()
          .forEach(
              part -> {
                String pointer = "#" + section + "/" + part.getKey();
                String target = renamed.getOrDefault(pointer, pointer);
                String name = target.substring(target.lastIndexOf('/') + 1);
                section(section).set(name, part.getValue());
              });
    }
    return rewritten;
  }

  ObjectNode result() {
    return merged;
  }

  private ObjectNode section(String pointer) {
    ObjectNode node = merged;
    for (String step : pointer.substring(1).split("/")) {
      node = node.withObjectProperty(step);
    }
    return node;
  }

  /**
   * Old to new pointers of the parts that are renamed: those that differ under a name that is
   * taken, and those that refer to them.
   */
  private Map<String, String> renamed(String service, JsonNode document) {
    Set<String> differing = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (String section : sections) {
        for (var part : document.at(section).properties()) {
          String pointer = "#" + section + "/" + part.getKey();
          JsonNode taken = merged.at(section).get(part.getKey());
          if (taken != null
              && !differing.contains(pointer)
              && (!taken.equals(part.getValue()) || refersToAny(part.getValue(), differing))) {
            differing.add(pointer);
            more = true;
          }
        }
      }
    }
    Map<String, String> renamed = new HashMap<>();
    for (String pointer : differing) {
      int slash = pointer.lastIndexOf('/') + 1;
      renamed.put(pointer, pointer.substring(0, slash) + named(service, pointer.substring(slash)));
    }
    return renamed;
  }

  static String named(String service, String name) {
    return service.substring(0, 1).toUpperCase(Locale.ROOT)
        + service.substring(1)
        + name.substring(0, 1).toUpperCase(Locale.ROOT)
        + name.substring(1);
  }

  private static boolean refersToAny(JsonNode node, Set<String> pointers) {
    if (node.isTextual()) {
      return pointers.contains(base(node.textValue(), pointers));
    }
    for (JsonNode child : node) {
      if (refersToAny(child, pointers)) {
        return true;
      }
    }
    return false;
  }

  /** The named part that a reference leads into: a message belongs to its channel. */
  private static String base(String text, Set<String> pointers) {
    if (!text.startsWith("#/")) {
      return text;
    }
    for (int end = text.length(); end > 0; end = text.lastIndexOf('/', end - 1)) {
      if (pointers.contains(text.substring(0, end))) {
        return text.substring(0, end);
      }
    }
    return text;
  }

  private static JsonNode rewrite(JsonNode node, Map<String, String> renamed) {
    if (node.isTextual()) {
      String text = node.textValue();
      String base = base(text, renamed.keySet());
      String target = renamed.get(base);
      return target == null ? node : TextNode.valueOf(target + text.substring(base.length()));
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(child -> array.add(rewrite(child, renamed)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(f -> object.set(f.getKey(), rewrite(f.getValue(), renamed)));
      return object;
    }
    return node;
  }
}
