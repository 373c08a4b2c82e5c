package org.evenhand.local.journey.realyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.StepFailed;

/** Compares a group's figures from analytics with those of a published case. */
final class Figures {
  /** Name in the case to the place in a group of the answer. */
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("/n", "/n"),
          Map.entry("/selected", "/selected"),
          Map.entry("/rate", "/rate"),
          Map.entry("/referenceRate", "/impactRatio/referenceRate"),
          Map.entry("/impactRatio", "/impactRatio/ratio"),
          Map.entry("/impactRatioCi/0", "/impactRatio/interval/low"),
          Map.entry("/impactRatioCi/1", "/impactRatio/interval/high"),
          Map.entry("/z", "/impactRatio/z/z"),
          Map.entry("/pZ", "/impactRatio/z/p"),
          Map.entry("/pFisher", "/impactRatio/fisherP"),
          Map.entry("/difference", "/impactRatio/difference"),
          Map.entry("/differenceCiNewcombe/0", "/impactRatio/differenceInterval/low"),
          Map.entry("/differenceCiNewcombe/1", "/impactRatio/differenceInterval/high"),
          Map.entry("/cohenH", "/impactRatio/cohenH"),
          Map.entry("/cliffsDelta", "/cliffsDelta/delta"),
          Map.entry("/brunnerMunzel", "/cliffsDelta/brunnerMunzel/statistic"),
          Map.entry("/brunnerMunzelDf", "/cliffsDelta/brunnerMunzel/degreesOfFreedom"),
          Map.entry("/brunnerMunzelP", "/cliffsDelta/brunnerMunzel/p"));

  private Figures() {}

  /**
   * @param tolerance absolute
   * @throws StepFailed at the first figure that differs
   */
  static void compare(Answer seen, String value, JsonNode expected, double tolerance) {
    JsonNode group = group(seen, value);
    PLACES.forEach(
        (there, here) -> {
          JsonNode figure = group.at(here);
          double wanted = expected.at(there).asDouble();
          if (!figure.isNumber() || Math.abs(figure.asDouble() - wanted) > tolerance) {
            throw seen.failed("%s of %s to be %s".formatted(here, value, wanted));
          }
        });
    if (!group.at("/impactRatio/reference").asText().equals(expected.at("/reference").asText())
        || group.at("/impactRatio/belowFourFifths").asBoolean()
            != expected.at("/belowFourFifths").asBoolean()) {
      throw seen.failed("the published reference and four-fifths decision of " + value);
    }
  }

  private static JsonNode group(Answer seen, String value) {
    for (JsonNode group : seen.json().path("groups")) {
      if (group.path("value").asText().equals(value)) {
        return group;
      }
    }
    throw seen.failed("a group " + value);
  }
}
