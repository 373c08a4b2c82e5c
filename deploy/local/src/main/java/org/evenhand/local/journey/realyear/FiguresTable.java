package org.evenhand.local.journey.realyear;

import com.fasterxml.jackson.databind.JsonNode;
import org.evenhand.local.journey.telling.Story;

/** The groups of one dimension, as analytics shows them. */
record FiguresTable(Story story) {
  void tell(String dimension, JsonNode fairness) {
    story.tell("");
    story.tell(
        "%-14s %6s %9s %7s %7s  %-15s %s"
            .formatted(
                dimension, "people", "exceeded", "rate", "impact", "95 % interval", "verdict"));
    for (JsonNode group : fairness.path("groups")) {
      JsonNode impact = group.path("impactRatio");
      boolean compared = impact.path("ratio").isNumber();
      story.tell(
          "%-14s %6d %9d %6.1f%% %7s  %-15s %s"
              .formatted(
                  group.path("value").asText(),
                  group.path("n").asLong(),
                  group.path("selected").asLong(),
                  group.path("rate").asDouble() * 100,
                  compared ? "%.3f".formatted(impact.path("ratio").asDouble()) : "–",
                  compared
                      ? "%.3f to %.3f"
                          .formatted(
                              impact.at("/interval/low").asDouble(),
                              impact.at("/interval/high").asDouble())
                      : "",
                  group.path("role").asText().equals("REFERENCE")
                      ? "the reference"
                      : impact.at("/verdict/outcome").asText()));
    }
    story.tell("");
  }
}
