package org.evenhand.local.journey.telling;

import com.fasterxml.jackson.databind.JsonNode;

/** How far the groups of an audit came, and how each stage compares; hidden ones by name alone. */
public record AccessTable(Story story) {

  public void tell(JsonNode audit) {
    String rule = "";
    story.tell("");
    story.tell(
        "%-14s %8s %7s %8s %8s  %-19s %-19s %s"
            .formatted(
                audit.at("/dimension/label").asText(),
                "eligible",
                "applied",
                "assessed",
                "selected",
                "impact: applied",
                "assessed",
                "selected"));
    for (JsonNode group : audit.path("groups")) {
      if (group.path("suppressed").asBoolean()) {
        rule = group.path("rule").asText();
        story.tell("%-14s hidden".formatted(group.path("value").asText()));
      } else {
        story.tell(line(group));
      }
    }
    story.tell("(" + rule + ")");
    story.tell("");
  }

  private static String line(JsonNode group) {
    JsonNode reached = group.path("reached");
    JsonNode stages = group.path("stages");
    return "%-14s %8s %7s %8s %8s  %-19s %-19s %s"
        .formatted(
            group.path("value").asText(),
            reached.path("eligible").asText(),
            reached.path("applied").asText(),
            reached.path("assessed").asText(),
            reached.path("selected").asText("–"),
            impact(stages.path(0)),
            impact(stages.path(1)),
            impact(stages.path(2)));
  }

  private static String impact(JsonNode stage) {
    JsonNode impact = stage.path("impactRatio");
    if (stage.path("role").asText().equals("REFERENCE")) {
      return "the reference";
    }
    return impact.path("ratio").isNumber()
        ? "%.3f %s"
            .formatted(impact.path("ratio").asDouble(), impact.at("/verdict/outcome").asText())
        : "not compared";
  }
}
