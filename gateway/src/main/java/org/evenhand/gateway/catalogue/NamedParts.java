package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named parts of a document ({@code #/components/schemas/State}), and what refers to them. */
final class NamedParts {

  private NamedParts() {}

  /**
   * Takes away what is referred to neither by the roots nor by what they refer to.
   *
   * @param sections pointers to the maps of named parts, for example {@code /components/schemas}
   * @param roots pointers to what stays as it is
   */
  static void removeUnused(ObjectNode document, List<String> sections, List<String> roots) {
    Set<String> needed = reachable(document, roots);
    for (String section : sections) {
      if (document.at(section) instanceof ObjectNode parts) {
        List<String> unused =
            parts.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !needed.contains("#" + section + "/" + name))
                .toList();
        parts.remove(unused);
      }
    }
  }

  private static Set<String> reachable(JsonNode document, List<String> roots) {
    Set<String> found = new HashSet<>();
    Deque<JsonNode> open = new ArrayDeque<>();
    roots.forEach(root -> open.push(document.at(root)));
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      if (node.isTextual() && node.textValue().startsWith("#/") && found.add(node.textValue())) {
        open.push(document.at(node.textValue().substring(1)));
      }
      node.forEach(open::push);
    }
    return found;
  }
}
