package org.evenhand.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.evenhand.local.process.Trouble;
import org.jspecify.annotations.Nullable;

/** Adds the lists of one realm document to those of another. */
final class RealmMerge {
  /** The lists that may be added to, with the field that names an element. */
  private static final Map<String, String> LISTS =
      Map.of("clients", "clientId", "users", "username");

  private RealmMerge() {}

  /**
   * The realm with the addition's clients and users. An addition that changes anything else, or
   * names what the realm has already, is refused: the demo must not loosen the realm itself.
   */
  static ObjectNode merge(ObjectNode realm, ObjectNode addition) {
    ObjectNode merged = realm.deepCopy();
    addition
        .properties()
        .forEach(
            field -> {
              @Nullable String key = LISTS.get(field.getKey());
              if (key == null) {
                throw new Trouble("The demo must not change the realm's " + field.getKey());
              }
              append(merged.withArrayProperty(field.getKey()), field.getValue(), key);
            });
    return merged;
  }

  private static void append(ArrayNode list, JsonNode elements, String key) {
    Set<String> names = new HashSet<>();
    list.forEach(element -> names.add(element.path(key).asText()));
    for (JsonNode element : elements) {
      String name = element.path(key).asText();
      if (!names.add(name)) {
        throw new Trouble("The realm has " + name + " twice");
      }
      list.add(element);
    }
  }
}
