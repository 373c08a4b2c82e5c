package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A case of the starter kit, and the anchor of Linden's policy that it shows. */
enum KitCase {
  DOUBLE_LOAD("delivery", 3),
  NEW_ROLE_IN_MAY("craft", 3),
  PROMISE_AND_RESULT("delivery", 2),
  RIGHT_AND_HURTFUL("together", 1),
  SEVEN_MONTHS("craft", 5),
  WHOSE_SUCCESS("together", 4);

  private final String criterion;
  private final int level;

  KitCase(String criterion, int level) {
    this.criterion = criterion;
    this.level = level;
  }

  static KitCase of(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  /** As the kit names it. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String criterion() {
    return criterion;
  }

  int level() {
    return level;
  }

  /** As a precedent, which doesn't say that it comes from the kit. */
  Optional<JsonNode> among(List<JsonNode> precedents) {
    return precedents.stream()
        .filter(each -> each.path("criterion").asText().equals(criterion))
        .filter(each -> each.path("ordinal").asInt() == level)
        .findFirst();
  }
}
