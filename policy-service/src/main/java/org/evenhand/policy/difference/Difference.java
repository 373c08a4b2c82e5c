package org.evenhand.policy.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.evenhand.policy.content.CanonicalContent;
import org.evenhand.policy.content.PolicyContent;

/** What changed from one content to another, so that nobody has to compare two long texts. */
final class Difference {

  private final List<Change> changes = new ArrayList<>();

  private Difference() {}

  /** Empty exactly when both have the same hash. */
  static List<Change> between(PolicyContent before, PolicyContent after) {
    var difference = new Difference();
    difference.fields("", "", CanonicalContent.tree(before), CanonicalContent.tree(after));
    return List.copyOf(difference.changes);
  }

  private void compare(String path, String pointer, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    var members = Wording.members(pointer);
    if (before.isMissingNode()) {
      changes.add(Change.added(path, after));
    } else if (after.isMissingNode()) {
      changes.add(Change.removed(path, before));
    } else if (before.isObject() && after.isObject()) {
      fields(path, pointer, before, after);
    } else if (members.isPresent()) {
      members(path, pointer, named(before, members.get()), named(after, members.get()));
    } else {
      changes.add(Change.changed(path, before, after));
    }
  }

  private void fields(String path, String pointer, JsonNode before, JsonNode after) {
    Set<String> names = new LinkedHashSet<>();
    after.fieldNames().forEachRemaining(names::add);
    before.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      compare(
          Wording.path(path, Wording.field(name)),
          pointer + "/" + name,
          before.path(name),
          after.path(name));
    }
  }

  private void members(
      String path, String pointer, Map<String, JsonNode> before, Map<String, JsonNode> after) {
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    JsonNode missing = JsonNodeFactory.instance.missingNode();
    for (String name : names) {
      compare(
          Wording.path(path, name),
          pointer + "/-",
          before.getOrDefault(name, missing),
          after.getOrDefault(name, missing));
    }
    order(path, before.keySet(), after.keySet());
  }

  /** The order of the parts is part of what people signed. */
  private void order(String path, Set<String> before, Set<String> after) {
    List<String> wasOrder = before.stream().filter(after::contains).toList();
    List<String> isOrder = after.stream().filter(before::contains).toList();
    if (!wasOrder.equals(isOrder)) {
      changes.add(Change.changed(Wording.path(path, "order"), texts(wasOrder), texts(isOrder)));
    }
  }

  /** Two members with the same name (equal exemplars, say) are distinguished by a number. */
  private static Map<String, JsonNode> named(JsonNode array, Function<JsonNode, String> naming) {
    Map<String, JsonNode> named = new LinkedHashMap<>();
    for (JsonNode member : array) {
      String name = naming.apply(member);
      String free = name;
      for (int n = 2; named.containsKey(free); n++) {
        free = name + " (" + n + ")";
      }
      named.put(free, member);
    }
    return named;
  }

  private static ArrayNode texts(Collection<String> names) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    names.forEach(array::add);
    return array;
  }
}
