package org.evenhand.kit.data.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A text that a company can begin with, in one language.
 *
 * @param key the same in all languages
 * @param body what a user would send who writes such a text, as far as it isn't theirs to choose
 */
public record Template(
    String key, String kind, String language, String title, String summary, JsonNode body) {

  /** In the order of lists, which is the same in all services. */
  String place() {
    return place(kind, key);
  }

  static String place(String kind, String key) {
    return kind + " " + key;
  }
}
