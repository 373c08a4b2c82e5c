package org.evenhand.analytics.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.effects.CliffsDelta;

/**
 * A shift with the verdict on it: metric {@code cycleShift}. Size is Cliff's delta by its usual
 * levels, evidence a q below .05; CRITICAL takes a second shift in a row in the same direction.
 */
record JudgedShift(Shift shift, OptionalDouble q, int tests, DriftVerdict verdict) {

  private static final double EVIDENCE_BELOW = 0.05;

  static List<JudgedShift> all(Series series, String group) {
    List<Point> points = series.points(group);
    List<JudgedShift> judged = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Shift shift = new Shift(points.get(i - 1), points.get(i));
      ShiftFamily family = ShiftFamily.of(shift.before().sight(), shift.now().sight());
      boolean again = i > 1 && judged.get(i - 2).isWarningLike(shift);
      judged.add(judge(shift, family.qOf(group), family.tests(), again));
    }
    return judged;
  }

  private boolean isWarningLike(Shift next) {
    return verdict.outcome().isWarning()
        && Math.signum(shift.delta().delta()) == Math.signum(next.delta().delta());
  }

  private static JudgedShift judge(Shift shift, OptionalDouble q, int tests, boolean again) {
    return new JudgedShift(shift, q, tests, verdict(shift, q, tests, again));
  }

  private static DriftVerdict verdict(Shift shift, OptionalDouble q, int tests, boolean again) {
    if (!shift.hasEnoughPeople()) {
      return DriftVerdict.insufficient(
          String.format(
              Locale.ROOT,
              "With %d people in %s and %d in %s nothing can be concluded: it takes %d in each.",
              shift.before().counts().people(),
              shift.before().key(),
              shift.now().counts().people(),
              shift.now().key(),
              Shift.LEAST_PEOPLE),
          "at least " + Shift.LEAST_PEOPLE + " people in each of the two cycles");
    }
    CliffsDelta delta = shift.delta();
    boolean sized = delta.size().isAtLeast(Size.NOTE);
    if (sized && delta.turnsWithOnePerson()) {
      return DriftVerdict.insufficient(
          words(shift) + " One person moved would turn it round, so nothing can be concluded.",
          "a difference that does not hang on one person");
    }
    boolean evident = q.isPresent() && q.getAsDouble() < EVIDENCE_BELOW;
    DriftOutcome outcome = outcome(delta.size(), evident, again);
    return new DriftVerdict(
        outcome,
        List.of(words(shift), sizeWords(delta.size(), outcome), evidence(delta, q, tests)),
        clearedBy(delta.size(), outcome));
  }

  private static DriftOutcome outcome(Size size, boolean evident, boolean again) {
    if (evident && size == Size.CRITICAL && again) {
      return DriftOutcome.CRITICAL;
    }
    if (evident && size.isAtLeast(Size.WARN)) {
      return DriftOutcome.WARN;
    }
    return evident || size.isAtLeast(Size.NOTE) ? DriftOutcome.WATCH : DriftOutcome.NONE;
  }

  private static String words(Shift shift) {
    return String.format(
        Locale.ROOT,
        "From %s to %s ratings went %s by %.2f points on average: a delta of %.3f.",
        shift.before().key(),
        shift.now().key(),
        shift.distances().meanShift() < 0 ? "down" : "up",
        Math.abs(shift.distances().meanShift()),
        shift.delta().delta());
  }

  private static String sizeWords(Size size, DriftOutcome outcome) {
    if (size == Size.CRITICAL && outcome == DriftOutcome.WARN) {
      return "The size is at the critical level; the verdict stays at a warning, because the cycle"
          + " before did not move the same way.";
    }
    return switch (size) {
      case NONE -> "No size worth a note.";
      case NOTE -> "The size is worth a note and below that of a warning.";
      case WARN -> "The size is at the level of a warning.";
      case CRITICAL -> "The size is at the critical level.";
    };
  }

  private static String evidence(CliffsDelta delta, OptionalDouble q, int tests) {
    if (q.isEmpty() || delta.significance().isEmpty()) {
      return "There was nothing to test: everybody has the same rating.";
    }
    Significance test = delta.significance().get();
    return String.format(
        Locale.ROOT,
        "%s: p = %.4f; q = %.4f among %d tests of the same two cycles, where evidence is a q below"
            + " %s.",
        test.test().words(),
        test.p(),
        q.getAsDouble(),
        tests,
        EVIDENCE_BELOW);
  }

  private static List<String> clearedBy(Size size, DriftOutcome outcome) {
    if (outcome == DriftOutcome.NONE) {
      return List.of();
    }
    return size == Size.NONE
        ? List.of("no evidence from this cycle to the next")
        : List.of("a delta between -0.11 and 0.11 from this cycle to the next");
  }
}
