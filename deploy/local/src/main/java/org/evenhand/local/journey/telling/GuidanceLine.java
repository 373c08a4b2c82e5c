package org.evenhand.local.journey.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.script.PolicyText;

/** What the policy expects of a shown group, beside what the group has. */
public record GuidanceLine(Answer distribution, JsonNode group) {

  /** One line, once it agrees with what the company has written into its policy. */
  public void tell(Story story) {
    story.step("Beside them stands what the policy softly expects", this::agrees);
    List<String> expected = new ArrayList<>();
    for (JsonNode level : group.path("levels")) {
      JsonNode range = level.path("guidance");
      if (range.isObject()) {
        expected.add(
            "%d to %d at level %d (it has %d)"
                .formatted(
                    range.path("lowPeople").asInt(),
                    range.path("highPeople").asInt(),
                    level.path("ordinal").asInt(),
                    level.path("people").asInt()));
      }
    }
    story.tell(
        "  of %d in %s: %s; %s, and it blocks nothing"
            .formatted(
                group.path("people").asInt(),
                group.path("value").asText(),
                String.join(", ", expected),
                group.path("outsideGuidance").asBoolean() ? "outside" : "inside"));
  }

  private void agrees() {
    distribution.expect("/guidance/state", "GIVEN");
    for (Map<String, Integer> guided : PolicyText.GUIDANCE) {
      JsonNode level = group.path("levels").path(guided.getOrDefault("ordinal", 0) - 1);
      JsonNode range = level.path("guidance");
      if (Math.round(100 * range.path("lowShare").asDouble(-1)) != guided.getOrDefault("low", 0)
          || Math.round(100 * range.path("highShare").asDouble(-1))
              != guided.getOrDefault("high", 0)
          || isWithin(level) != range.path("place").asText().equals("WITHIN")) {
        throw distribution.failed("the policy's guidance beside level " + guided.get("ordinal"));
      }
    }
    for (JsonNode other : distribution.json().at("/phases/1/groups")) {
      if (other.path("suppressed").asBoolean() && other.hasNonNull("outsideGuidance")) {
        throw distribution.failed("no guidance beside a hidden group");
      }
    }
  }

  private static boolean isWithin(JsonNode level) {
    int people = level.path("people").asInt();
    JsonNode range = level.path("guidance");
    return range.path("lowPeople").asInt() <= people && people <= range.path("highPeople").asInt();
  }
}
