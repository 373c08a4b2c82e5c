package org.evenhand.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** States of reviews as review-service tells them, for a cycle that it doesn't know. */
final class RatingStates {
  static final String TYPE = "org.evenhand.review.recorded.v1";

  private static final String STATE =
      """
      {"reviewId": "%s", "cycleId": "%s", "cycleKey": "%s", "origin": "HISTORY",
       "employeeId": "%s", "lineAbove": [], "orgUnit": "%s", "jobLevel": "L4",
       "jobFamily": "craft", "workLocation": "Leeds", "scale": {"size": 5, "favourableFrom": 5},
       "state": "RECORDED", "originalOrdinal": 3, "ordinal": 3, "calibration": "NONE"}
      """;

  private final String cycle;
  private final UUID cycleId = UUID.randomUUID();

  RatingStates(String cycle) {
    this.cycle = cycle;
  }

  /** By review, each of somebody in this unit. */
  Map<String, String> of(int count, String orgUnit) {
    Map<String, String> states = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String review = UUID.randomUUID().toString();
      states.put(review, STATE.formatted(review, cycleId, cycle, UUID.randomUUID(), orgUnit));
    }
    return states;
  }
}
