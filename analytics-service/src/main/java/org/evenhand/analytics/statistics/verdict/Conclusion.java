package org.evenhand.analytics.statistics.verdict;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.effects.Effect;

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

  static Conclusion explained(Effect effect, Evidence evidence) {
    return judged(
        Verdict.Outcome.EXPLAINED,
        effect,
        "There is evidence of a difference between the groups as a whole, but not among people in"
            + " the same job family and level: it comes with the jobs that the groups hold. Whether"
            + " they hold them fairly is another question.",
        evidence,
        List.of("groups that hold the same jobs in like shares"));
  }

  static Conclusion critical(Effect effect, Evidence evidence) {
    List<String> why = new ArrayList<>();
    if (evidence.confirms(effect)) {
      why.add("it shows among people in the same job family and level too");
    }
    if (evidence.again()) {
      why.add("it is the second cycle in a row");
    }
    return judged(
        Verdict.Outcome.CRITICAL,
        effect,
        "The size is at the critical level, and " + String.join(", and ", why) + ".",
        evidence,
        List.of(effect.whatWouldClear(Size.WARN), effect.whatWouldClear(Size.NOTE)));
  }

  static Conclusion warn(Effect effect, Evidence evidence) {
    String reached =
        effect.size() == Size.CRITICAL
            ? "The size is at the critical level. The verdict stays at a warning, because neither a"
                + " comparison within job families and levels nor a second cycle confirms it yet."
            : "The size is at the level of a warning.";
    return judged(
        Verdict.Outcome.WARN,
        effect,
        reached,
        evidence,
        List.of(effect.whatWouldClear(Size.WARN), effect.whatWouldClear(Size.NOTE)));
  }

  static Conclusion smallButEvident(Effect effect, Evidence evidence) {
    return watch(effect, "The size is worth a note and below that of a warning.", evidence);
  }

  static Conclusion sizeWithoutEvidence(Effect effect, Evidence evidence) {
    return watch(effect, "There is a size, but no evidence that it is more than chance.", evidence);
  }

  static Conclusion evidenceWithoutSize(Effect effect, Evidence evidence) {
    return judged(
        Verdict.Outcome.WATCH,
        effect,
        "There is evidence of a difference, but it is smaller than what is worth a note.",
        evidence,
        List.of("no evidence in a later cycle"));
  }

  static Conclusion hiddenByTheWhole(Effect effect, Evidence evidence) {
    return judged(
        Verdict.Outcome.WATCH,
        effect,
        "The groups as a whole hardly differ, but people in the same job family and level do.",
        evidence,
        List.of("no evidence within job families and levels in a later cycle"));
  }

  static Conclusion nothing(Effect effect, Evidence evidence) {
    return judged(Verdict.Outcome.NONE, effect, "No size worth a note.", evidence, List.of());
  }

  private static Conclusion watch(Effect effect, String why, Evidence evidence) {
    return judged(
        Verdict.Outcome.WATCH, effect, why, evidence, List.of(effect.whatWouldClear(Size.NOTE)));
  }

  private static Conclusion judged(
      Verdict.Outcome outcome,
      Effect effect,
      String why,
      Evidence evidence,
      List<String> clearedBy) {
    return new Conclusion(
        outcome,
        List.of(
            sentence(effect.inWords()),
            why,
            EvidenceWords.pooled(effect, evidence),
            EvidenceWords.stratified(effect.metric(), evidence)),
        clearedBy);
  }

  private static String sentence(String words) {
    return EvidenceWords.capital(words) + ".";
  }
}
