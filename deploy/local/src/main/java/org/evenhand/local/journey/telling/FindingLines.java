package org.evenhand.local.journey.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Findings, as a manager could read them. */
public final class FindingLines {
  private final Story story;

  public FindingLines(Story story) {
    this.story = story;
  }

  public void tell(List<JsonNode> findings) {
    story.tell("");
    story.tell(
        "%-13s %-14s %-12s %6s %7s  %-17s %-8s %s"
            .formatted(
                "dimension",
                "group",
                "metric",
                "people",
                "effect",
                "95 % interval",
                "verdict",
                "state"));
    for (JsonNode finding : findings) {
      JsonNode interval = finding.at("/effect/interval");
      story.tell(
          "%-13s %-14s %-12s %6d %7.3f  %-17s %-8s %s"
              .formatted(
                  finding.at("/dimension/label").asText(),
                  finding.path("group").asText(),
                  finding.path("metric").asText(),
                  finding.path("people").asLong(),
                  finding.at("/effect/value").asDouble(),
                  "%.3f to %.3f"
                      .formatted(interval.path("low").asDouble(), interval.path("high").asDouble()),
                  finding.path("verdict").asText(),
                  finding.path("state").asText()));
    }
    story.tell("");
  }

  /** What an HR partner reads of one. */
  public void reasoning(JsonNode finding) {
    story.tell("  %s".formatted(finding.path("headline").asText()));
    finding.path("reasons").forEach(reason -> story.tell("  " + reason.asText()));
    story.tell("  What would clear it:");
    finding.path("clearedBy").forEach(clears -> story.tell("    " + clears.asText()));
    story.tell("  %s".formatted(finding.path("notSaid").asText()));
  }
}
