package org.evenhand.analytics.statistics;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** An outcome with its reasons, in the words that a verdict carries. */
record Conclusion(Verdict.Outcome outcome, List<String> reasons, List<String> clearedBy) {

  static Conclusion suppressed() {
    return new Conclusion(
        Verdict.Outcome.SUPPRESSED,
        List.of(
            "Not shown: too few people, or ratings so alike that the figures would tell them, or"
                + " hidden so that such a group can't be worked out."),
        List.of("more people in the group, or in the small groups of the same dimension"));
  }

  static Conclusion notCompared(Comparison.NotCompared not) {
    return new Conclusion(
        Verdict.Outcome.INSUFFICIENT, List.of("Not compared: " + not.reason() + "."), List.of());
  }

  static Conclusion coverage(Effect effect) {
    return new Conclusion(
        Verdict.Outcome.COVERAGE,
        List.of(
            sentence(effect.inWords()),
            "These people declared nothing: the figures show coverage and are not judged."),
        List.of());
  }

  static Conclusion tooFew(Effect effect) {
    long least = effect.metric().leastPeople();
    return new Conclusion(
        Verdict.Outcome.INSUFFICIENT,
        List.of(
            "With "
                + effect.focalPeople()
                + " people, and "
                + effect.referencePeople()
                + " in the reference group, nothing can be concluded: it takes "
                + least
                + " in each."),
        List.of("at least " + least + " people in each group"));
  }

  static Conclusion turnsRound(Effect effect) {
    return new Conclusion(
        Verdict.Outcome.INSUFFICIENT,
        List.of(
            sentence(effect.inWords()),
            "One person moved would turn the difference round, so nothing can be concluded."),
        List.of("a difference that does not hang on one person"));
  }

  static Conclusion warn(Effect effect, String evidence) {
    boolean critical = effect.size().isAtLeast(Size.CRITICAL);
    String reached =
        critical
            ? "The size is at the critical level. The verdict stays at a warning, because neither a"
                + " comparison within job families and levels nor a second cycle confirms it yet."
            : "The size is at the level of a warning.";
    return new Conclusion(
        Verdict.Outcome.WARN,
        List.of(sentence(effect.inWords()), reached, evidence),
        List.of(effect.whatWouldClear(Size.WARN), effect.whatWouldClear(Size.NOTE)));
  }

  static Conclusion smallButEvident(Effect effect, String evidence) {
    return watch(effect, "The size is worth a note and below that of a warning.", evidence);
  }

  static Conclusion sizeWithoutEvidence(Effect effect, String evidence) {
    return watch(effect, "There is a size, but no evidence that it is more than chance.", evidence);
  }

  static Conclusion evidenceWithoutSize(Effect effect, String evidence) {
    return new Conclusion(
        Verdict.Outcome.WATCH,
        List.of(
            sentence(effect.inWords()),
            "There is evidence of a difference, but it is smaller than what is worth a note.",
            evidence),
        List.of("no evidence in a later cycle"));
  }

  static Conclusion nothing(Effect effect, String evidence) {
    return new Conclusion(
        Verdict.Outcome.NONE,
        List.of(sentence(effect.inWords()), "No size worth a note.", evidence),
        List.of());
  }

  /** What the test says, corrected for the other tests of its family. */
  static String evidence(Effect effect, OptionalDouble q, int tests, double limit) {
    if (q.isEmpty() || effect.significance().isEmpty()) {
      return "There was nothing to test: everybody has the same rating.";
    }
    Significance significance = effect.significance().get();
    return String.format(
        Locale.ROOT,
        "%s: %s; %s in a family of size %d, where evidence is a q below %s.",
        capital(significance.test().words()),
        probability("p", significance.p()),
        probability("q", q.getAsDouble()),
        tests,
        limit);
  }

  private static Conclusion watch(Effect effect, String why, String evidence) {
    return new Conclusion(
        Verdict.Outcome.WATCH,
        List.of(sentence(effect.inWords()), why, evidence),
        List.of(effect.whatWouldClear(Size.NOTE)));
  }

  private static String probability(String name, double value) {
    return value < 0.001 ? name + " < 0.001" : String.format(Locale.ROOT, "%s = %.3f", name, value);
  }

  private static String sentence(String words) {
    return capital(words) + ".";
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
