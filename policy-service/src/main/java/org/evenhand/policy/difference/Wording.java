package org.evenhand.policy.difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The name of a part, and what identifies its members: a criterion that moved up is still the same
 * criterion, so its position is never its name.
 */
final class Wording {

  private static final Map<String, Function<JsonNode, String>> MEMBERS =
      Map.of(
          "/scale/levels", level -> "level " + level.path("ordinal").asText(),
          "/criteria", criterion -> criterion.path("key").asText(),
          "/anchors", anchor -> anchor.path("criterion").asText() + ", " + atLevel(anchor),
          "/form", question -> question.path("key").asText(),
          "/calibration/guidance", Wording::atLevel,
          "/pathways", pathway -> "“" + shortened(pathway.asText()) + "”",
          "/exemplars",
              exemplar ->
                  atLevel(exemplar) + ", “" + shortened(exemplar.path("text").asText()) + "”");

  private static final Map<String, String> WORDS =
      Map.of(
          "form", "questions",
          "overall", "how the overall comes about",
          "observationsOffMiddle", "observations for a level off the middle",
          "targetAgreement", "target agreement (alpha)",
          "workingDays", "working days from the sharing",
          "everyWeeks", "at least once in so many weeks",
          "low", "at least, in percent",
          "high", "at most, in percent",
          "consultationDays", "days of consultation for the next version",
          "noticeDays", "days of notice for the next version");

  private static final int SHORT = 60;

  private Wording() {}

  /** What identifies the members of an array; empty when the array is one value as a whole. */
  static Optional<Function<JsonNode, String>> members(String pointer) {
    return Optional.ofNullable(MEMBERS.get(pointer));
  }

  static String path(String parent, String part) {
    return parent.isEmpty() ? capital(part) : parent + " › " + part;
  }

  /** The field in words: {@code favourableFrom} is "favourable from". */
  static String field(String name) {
    String spaced = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return WORDS.getOrDefault(name, spaced);
  }

  private static String atLevel(JsonNode node) {
    return "level " + node.path("ordinal").asText();
  }

  private static String shortened(String text) {
    return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
