package org.evenhand.local.journey.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A list to its last page. */
public final class Listing {
  private Listing() {}

  /**
   * @param path with a query
   */
  public static List<JsonNode> all(Api who, String path) {
    List<JsonNode> items = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = who.get(path + "&limit=100" + next).send().expect(200).json();
      page.path("items").forEach(items::add);
      next = page.path("next").isTextual() ? "&cursor=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    return items;
  }
}
