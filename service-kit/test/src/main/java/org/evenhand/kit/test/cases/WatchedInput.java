package org.evenhand.kit.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An object of a case's input. A key that is read and isn't there is reported; so is a key that
 * nobody read, because it had no effect.
 */
final class WatchedInput extends ObjectNode {

  private static final long serialVersionUID = 1;

  /** Keys that no figure depends on. */
  private static final Set<String> REMARKS = Set.of("name", "note", "notes", "rule");

  private final transient Set<String> asked = new TreeSet<>(REMARKS);
  private final String at;

  private WatchedInput(String at, JsonNode object) {
    super(JsonNodeFactory.instance);
    this.at = at;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      set(field.getKey(), of(at + "." + field.getKey(), field.getValue()));
    }
  }

  static JsonNode of(JsonNode input) {
    return of("input", input);
  }

  private static JsonNode of(String at, JsonNode node) {
    if (node.isObject()) {
      return new WatchedInput(at, node);
    }
    if (!node.isArray()) {
      return node;
    }
    ArrayNode watched = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < node.size(); i++) {
      watched.add(of(at + "[" + i + "]", node.get(i)));
    }
    return watched;
  }

  /** The keys of an input that nobody read. */
  static List<String> unasked(JsonNode input) {
    List<String> unasked = new ArrayList<>();
    if (input instanceof WatchedInput watched) {
      watched.fieldNames().forEachRemaining(key -> watched.note(key, unasked));
    }
    input.forEach(each -> unasked.addAll(unasked(each)));
    return unasked;
  }

  private void note(String key, List<String> unasked) {
    if (!asked.contains(key)) {
      unasked.add(at + ": nothing is known of a key called " + key);
    }
  }

  @Override
  public JsonNode get(String key) {
    asked.add(key);
    JsonNode value = super.get(key);
    if (value == null) {
      throw new IllegalArgumentException(at + ": no key called " + key);
    }
    return value;
  }

  @Override
  public JsonNode path(String key) {
    asked.add(key);
    return super.path(key);
  }

  @Override
  public boolean has(String key) {
    asked.add(key);
    return !super.path(key).isMissingNode();
  }

  @Override
  public Set<Map.Entry<String, JsonNode>> properties() {
    fieldNames().forEachRemaining(asked::add);
    return super.properties();
  }
}
