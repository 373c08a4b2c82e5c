package org.evenhand.local.journey.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.local.company.Person;
import org.evenhand.local.journey.api.StepFailed;

/**
 * What somebody's year was like, and how their reviewer sees it. The observations say the level in
 * words, as the anchors do; some reviewers rate higher or lower than what they wrote. Raters who
 * read the words alone can find that out.
 */
public record Year(Person person) {
  /** Indexed by the last digit of the externalId. */
  private static final int[] LEVELS = {5, 3, 4, 3, 2, 3, 4, 3, 4, 3};

  /** Two reviewers of engineering: one sees more than he wrote, the other less. */
  private static final Map<String, Integer> LENIENCE =
      Map.of("may", 1, "bill", 1, "khai", 1, "xiuying", -1, "anne-marie", -1);

  private static final List<String> DEEDS =
      List.of(
          "Left it undone, and said so only when asked.",
          "Came to it only after reminders, and left a part of it open.",
          "Did exactly what was agreed, in time.",
          "Went beyond what was agreed, and told everybody concerned before they had to ask.",
          "Found the cause and wrote it down; three other groups now follow the same way.");
  private static final List<String> MARKERS =
      List.of(
          "Left it undone",
          "only after reminders",
          "exactly what was agreed",
          "beyond what was agreed",
          "now follow the same way");
  private static final List<String> EFFECTS =
      List.of(
          "Somebody else had to begin anew.",
          "It was done, later than others needed it.",
          "Others could go on as planned.",
          "It has not come back since, and nobody had to wait.",
          "It has become how the company does it.");

  /** Every sentence that tells what somebody did and what came of it. */
  static List<String> sentences() {
    return Stream.concat(DEEDS.stream(), EFFECTS.stream()).toList();
  }

  /** One thing that the reviewer saw. */
  public record Seen(
      String criterion, String situation, String behaviour, String impact, LocalDate observedOn) {
    public Map<String, Object> body() {
      return Map.of(
          "criterion", criterion,
          "situation", situation,
          "behaviour", behaviour,
          "impact", impact,
          "observedOn", observedOn.toString());
    }
  }

  /** What the words say, by criterion. */
  Map<String, Integer> deserved() {
    int level = LEVELS[number() % LEVELS.length];
    int together = onScale(level + (number() % 3 == 0 ? -1 : number() % 3 - 1));
    Map<String, Integer> levels = new LinkedHashMap<>();
    levels.put("delivery", level);
    levels.put("craft", level);
    levels.put("together", together);
    return levels;
  }

  /** What the reviewer gives, by criterion. */
  public Map<String, Integer> given() {
    int lenience = LENIENCE.getOrDefault(person.username(), 0);
    Map<String, Integer> levels = new LinkedHashMap<>();
    deserved().forEach((criterion, level) -> levels.put(criterion, onScale(level + lenience)));
    return levels;
  }

  /** Two observations for each criterion, with names and all that a rater must not learn. */
  public List<Seen> observations(LocalDate today) {
    String name = person.name();
    return List.of(
        seen(
            "delivery",
            name + " took over a delivery of " + person.orgUnit() + ", late.",
            today.minusDays(70)),
        seen(
            "delivery",
            "In March a customer in Leeds asked, and " + name + " gave a date.",
            today.minusDays(20)),
        seen(
            "craft",
            "A test failed, and " + name + " looked at the design again.",
            today.minusDays(60)),
        seen(
            "craft",
            "Together with " + name + " we opened an instrument that came back.",
            today.minusDays(15)),
        seen(
            "together",
            "Two colleagues disagreed, and asked " + name + " to sit down.",
            today.minusDays(45)),
        seen(
            "together",
            "Somebody new began, and " + name + " showed how things go.",
            today.minusDays(10)));
  }

  private Seen seen(String criterion, String situation, LocalDate on) {
    int level = deserved().getOrDefault(criterion, PolicyText.MIDDLE) - 1;
    return new Seen(criterion, situation, DEEDS.get(level), EFFECTS.get(level), on);
  }

  /** The overall of levels by criterion, as the policy's weights make it: integers, half up. */
  public static int overall(Map<String, Integer> levels) {
    int sum =
        PolicyText.WEIGHTS.entrySet().stream()
            .mapToInt(weight -> weight.getValue() * levels.getOrDefault(weight.getKey(), 0))
            .sum();
    return (2 * sum + 100) / 200;
  }

  /** The level that a reader of a redacted sample concludes from its words. */
  public static int read(JsonNode sample) {
    Map<String, Integer> levels = new LinkedHashMap<>();
    for (JsonNode part : sample.path("parts")) {
      for (JsonNode observation : part.path("observations")) {
        level(observation.path("behaviour").asText())
            .ifPresent(level -> levels.put(part.path("criterion").asText(), level));
      }
    }
    if (!levels.keySet().equals(PolicyText.WEIGHTS.keySet())) {
      throw new StepFailed("expected words on each criterion, seen " + sample);
    }
    return overall(levels);
  }

  private static Optional<Integer> level(String behaviour) {
    for (int i = 0; i < MARKERS.size(); i++) {
      if (behaviour.contains(MARKERS.get(i))) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  private static int onScale(int level) {
    return Math.max(1, Math.min(PolicyText.LEVELS, level));
  }

  private int number() {
    return Integer.parseInt(person.externalId().substring(1));
  }
}
