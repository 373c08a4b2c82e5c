package org.evenhand.kit.data.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

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

  /** With what is somebody's own to choose. */
  public Template with(JsonNode chosen) {
    return new Template(key, kind, language, title, summary, chosen);
  }

  /** As what a user would have sent. */
  public <T> T bodyAs(Class<T> request, ObjectMapper mapper) {
    try {
      return mapper.treeToValue(body, request);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a template that is no " + kind, e);
    }
  }

  static String place(String kind, String key) {
    return kind + " " + key;
  }
}
