package org.evenhand.attack.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * One operation of the document.
 *
 * @param path the template, with names in braces
 * @param media of the body; empty where it takes none
 * @param example a body that is valid by the document; missing where it takes none
 * @param statuses that the document names
 */
public record Operation(
    String id,
    String method,
    String path,
    List<Parameter> parameters,
    String media,
    JsonNode example,
    Set<String> statuses,
    Set<String> roles) {

  public boolean takesBody() {
    return !media.isEmpty();
  }

  public boolean takesJson() {
    return media.contains("json") && !media.contains("ndjson");
  }

  /** Whether the document lists that status by its number. */
  public boolean tells(int status) {
    return statuses.contains(Integer.toString(status));
  }

  public List<Parameter> in(String place) {
    return parameters.stream().filter(parameter -> parameter.in().equals(place)).toList();
  }

  @Override
  public String toString() {
    return id;
  }

  /**
   * One parameter.
   *
   * @param in path, query or header
   */
  public record Parameter(String name, String in, JsonNode schema) {}
}
