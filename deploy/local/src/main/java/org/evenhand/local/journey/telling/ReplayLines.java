package org.evenhand.local.journey.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a replay says of a cycle, line by line. */
public final class ReplayLines {

  private ReplayLines() {}

  /** What became of each level, then the whole, then what a replay can't know. */
  public static List<String> of(JsonNode cycle) {
    List<String> lines = new ArrayList<>();
    cells(cycle)
        .filter(cell -> cell.path("people").asInt() > 0)
        .forEach(
            cell ->
                lines.add(
                    "  %d rated %d would have had %d"
                        .formatted(
                            cell.path("people").asInt(),
                            cell.path("before").asInt(),
                            cell.path("after").asInt())));
    lines.add(
        "  favourable: %d were, %d would have been"
            .formatted(
                cycle.at("/favourable/before").asInt(), cycle.at("/favourable/after").asInt()));
    cycle.path("notes").forEach(note -> lines.add("  " + note.path("text").asText()));
    return lines;
  }

  /** How each group fared and would have, or why it isn't told. */
  public static List<String> byGroup(JsonNode cycle) {
    List<String> lines = new ArrayList<>();
    JsonNode fairness = cycle.path("fairness");
    if (fairness.has("refusal")) {
      lines.add("  " + fairness.at("/refusal/text").asText());
    }
    fairness
        .path("attributes")
        .forEach(
            attribute ->
                attribute
                    .path("groups")
                    .forEach(
                        group ->
                            lines.add("  " + attribute.path("label").asText() + inWords(group))));
    return lines;
  }

  private static String inWords(JsonNode group) {
    String what = group.path("note").asText();
    if (group.at("/after/cliffsDelta").isNumber()) {
      what = "Cliff's delta " + change(group, "cliffsDelta");
    } else if (group.at("/after/impactRatio").isNumber()) {
      what = "impact ratio " + change(group, "impactRatio");
    }
    return ", %s: %s".formatted(group.path("group").asText(), what);
  }

  private static String change(JsonNode group, String figure) {
    return "%.2f was, %.2f would have been"
        .formatted(
            group.at("/before/" + figure).asDouble(), group.at("/after/" + figure).asDouble());
  }

  /** How many would have another level, in steps of five for each pair of levels. */
  public static int moved(JsonNode cycle) {
    return cells(cycle)
        .filter(cell -> cell.path("before").asInt() != cell.path("after").asInt())
        .mapToInt(cell -> cell.path("people").asInt())
        .sum();
  }

  private static Stream<JsonNode> cells(JsonNode cycle) {
    return StreamSupport.stream(cycle.path("cells").spliterator(), false);
  }
}
