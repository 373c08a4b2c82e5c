package org.evenhand.analytics.statistics.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.effects.ImpactRatio;
import org.evenhand.analytics.statistics.verdict.Verdict.Outcome;
import org.junit.jupiter.api.Test;

class VerdictRuleTest {
  private static final Family FAMILY = new Family("2026", Metric.IMPACT_RATIO);

  @Test
  void aSizeWithEvidenceIsAWarning() {
    Verdict verdict = judge(selected(12, 40, 48, 80));

    assertEquals(Outcome.WARN, verdict.outcome());
    assertEquals(0.5, verdict.basis().orElseThrow().effect().orElseThrow());
    assertEquals(40, verdict.basis().orElseThrow().focalPeople());
    assertEquals(80, verdict.basis().orElseThrow().referencePeople());
    assertEquals("2026 × impactRatio", verdict.basis().orElseThrow().family());
    assertEquals(VerdictRule.STANDARD, verdict.rule());
  }

  @Test
  void evenACriticalSizeStaysAWarningAndSaysWhy() {
    Verdict verdict = judge(selected(100, 1000, 500, 1000));

    assertEquals(Outcome.WARN, verdict.outcome());
    assertEquals(Size.CRITICAL, verdict.basis().orElseThrow().size());
    assertTrue(verdict.reasons().toString().contains("stays at a warning"));
  }

  @Test
  void aSizeWithoutEvidenceIsWatched() {
    Verdict verdict = judge(selected(20, 60, 28, 60));

    assertEquals(Outcome.WATCH, verdict.outcome());
    assertTrue(verdict.reasons().toString().contains("no evidence"), verdict.toString());
    assertFalse(verdict.clearedBy().isEmpty());
  }

  @Test
  void evidenceWithoutASizeIsWatched() {
    Verdict verdict = judge(selected(46_000, 100_000, 50_000, 100_000));

    assertEquals(Outcome.WATCH, verdict.outcome());
    assertTrue(verdict.reasons().toString().contains("smaller than what is worth a note"));
  }

  @Test
  void aSmallSizeWithEvidenceIsWatched() {
    Verdict verdict = judge(selected(42_500, 100_000, 50_000, 100_000));

    assertEquals(Size.NOTE, verdict.basis().orElseThrow().size());
    assertEquals(Outcome.WATCH, verdict.outcome());
  }

  @Test
  void neitherSizeNorEvidenceIsNothing() {
    Verdict verdict = judge(selected(49, 100, 50, 100));

    assertEquals(Outcome.NONE, verdict.outcome());
    assertTrue(verdict.clearedBy().isEmpty());
  }

  @Test
  void underTenPeopleNothingIsConcluded() {
    assertEquals(Outcome.INSUFFICIENT, judge(selected(0, 9, 80, 100)).outcome());
    assertEquals(Outcome.INSUFFICIENT, judge(selected(0, 100, 9, 9)).outcome());
    assertEquals(Outcome.WARN, judge(selected(0, 10, 80, 100)).outcome());
  }

  @Test
  void whatOnePersonWouldTurnRoundIsInsufficient() {
    Verdict verdict = judge(selected(3, 20, 16, 80));

    assertEquals(Outcome.INSUFFICIENT, verdict.outcome());
    assertTrue(verdict.reasons().toString().contains("One person moved"));
    assertEquals(0.75, verdict.basis().orElseThrow().effect().orElseThrow());
  }

  @Test
  void aSingleEvidentTestAmongManyIsNotEvident() {
    // p = .029 alone
    Comparison borderline = selected(30, 100, 45, 100);
    List<Comparison> many = new ArrayList<>(List.of(borderline));
    for (int i = 0; i < 9; i++) {
      many.add(selected(50, 100, 50, 100));
    }

    assertEquals(Outcome.WARN, judge(borderline).outcome());
    Verdict amongMany = VerdictRule.STANDARD.judge(FAMILY, many).get(0);
    assertEquals(Outcome.WATCH, amongMany.outcome());
    assertEquals(10, amongMany.basis().orElseThrow().familySize());
  }

  @Test
  void whatCannotBeTestedDoesNotDiluteTheFamily() {
    Comparison borderline = selected(30, 100, 45, 100);
    List<Comparison> family = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      family.add(selected(4, 9, 50, 100));
      family.add(new Comparison.Hidden("site", "small " + i));
      family.add(
          new Comparison.Coverage("gender", "undeclared " + i, "M", impact(20, 100, 50, 100)));
      family.add(new Comparison.NotCompared("site", "rare " + i, 12, "too rare"));
    }
    family.add(borderline);

    List<Verdict> verdicts = VerdictRule.STANDARD.judge(FAMILY, family);

    Verdict last = verdicts.get(verdicts.size() - 1);
    assertEquals(Outcome.WARN, last.outcome());
    assertEquals(1, last.basis().orElseThrow().familySize());
    assertEquals(
        List.of(Outcome.INSUFFICIENT, Outcome.SUPPRESSED, Outcome.COVERAGE, Outcome.INSUFFICIENT),
        verdicts.subList(0, 4).stream().map(Verdict::outcome).toList());
  }

  @Test
  void aHiddenGroupShowsNoFigureAtAll() {
    Verdict hidden =
        VerdictRule.STANDARD.judge(FAMILY, List.of(new Comparison.Hidden("gender", "X"))).get(0);

    assertTrue(hidden.basis().isEmpty());
    assertFalse(hidden.reasons().toString().matches(".*\\d.*"), hidden.reasons().toString());
  }

  @Test
  void aFamilyHasOneMetric() {
    Comparison other =
        new Comparison.Compared(
            "gender", "F", "M", new CliffsDelta(LevelCounts.of(10, 10), LevelCounts.of(10, 10)));

    assertThrows(
        IllegalArgumentException.class, () -> VerdictRule.STANDARD.judge(FAMILY, List.of(other)));
  }

  @Test
  void ordinalDifferencesAreJudgedInBothDirections() {
    LevelCounts low = LevelCounts.of(20, 40, 20, 10, 0);
    LevelCounts high = LevelCounts.of(5, 15, 30, 40, 20);

    assertEquals(Outcome.WARN, judge(low, high).outcome());
    assertEquals(Outcome.WARN, judge(high, low).outcome());
    assertEquals(Outcome.NONE, judge(high, high).outcome());
    assertEquals(
        Outcome.NONE,
        judge(LevelCounts.of(0, 30, 0), LevelCounts.of(0, 50, 0)).outcome(),
        "everybody is rated the same");
  }

  @Test
  void tenPeopleInEachGroupAreEnough() {
    assertEquals(Outcome.WARN, judge(selected(0, 10, 10, 10)).outcome());
    assertEquals(Outcome.INSUFFICIENT, judge(selected(0, 10, 9, 9)).outcome());
  }

  @Test
  void coverageBelongsToAFamilyOfItsMetricToo() {
    Comparison other =
        new Comparison.Coverage(
            "gender",
            "undeclared",
            "M",
            new CliffsDelta(LevelCounts.of(10, 10), LevelCounts.of(10, 10)));

    assertThrows(
        IllegalArgumentException.class, () -> VerdictRule.STANDARD.judge(FAMILY, List.of(other)));
  }

  @Test
  void aWarningSaysWhatItRestsOn() {
    Verdict verdict = judge(selected(12, 40, 48, 80));

    assertEquals(
        List.of(
            "12 of 40 people (30.0 %) are rated at or above the favourable level, in the reference"
                + " group 48 of 80 (60.0 %): a ratio of 0.500.",
            "The size is at the critical level. The verdict stays at a warning, because neither a"
                + " comparison within job families and levels nor a second cycle confirms it yet.",
            "Z test of two rates: p = 0.002; q = 0.002 in a family of size 1, where evidence is a q"
                + " below 0.05.",
            "Within job families and levels nothing can be told: it takes 20 people in 2 of them"
                + " that both groups are in, and ratings that differ there."),
        verdict.reasons());
    assertEquals(
        List.of(
            "a ratio of at least 0.80, that is 8 more of the group at or above the favourable"
                + " level",
            "a ratio of at least 0.90, that is 10 more of the group at or above the favourable"
                + " level"),
        verdict.clearedBy());
  }

  @Test
  void aReferenceChosenFromFourGroupsMakesPCountTwice() {
    // p = .029 against one other group that might have been the better one
    Comparison chosen =
        new Comparison.Compared(
            "origin", "F", "M", impact(30, 100, 45, 100), Optional.empty(), 4, .25);

    assertEquals(Outcome.WATCH, judge(chosen).outcome());
    assertEquals(
        2 * judge(selected(30, 100, 45, 100)).basis().orElseThrow().q().orElseThrow(),
        judge(chosen).basis().orElseThrow().q().orElseThrow(),
        1e-12);
  }

  @Test
  void evidenceOfWhatIsTooSmallToWarnOfMakesNoOtherWarningEasier() {
    Comparison borderline = selected(30, 100, 45, 100);
    Comparison small = selected(46_000, 100_000, 50_000, 100_000);
    List<Verdict> verdicts = VerdictRule.STANDARD.judge(FAMILY, List.of(borderline, small));

    assertEquals(Outcome.WARN, judge(borderline).outcome());
    assertEquals(Outcome.WATCH, verdicts.get(0).outcome());
    assertEquals(
        2 * judge(borderline).basis().orElseThrow().q().orElseThrow(),
        verdicts.get(0).basis().orElseThrow().q().orElseThrow(),
        1e-12);
    assertTrue(verdicts.get(1).basis().orElseThrow().q().orElseThrow() < 1e-6);
    List<Verdict> bothLarge =
        VerdictRule.STANDARD.judge(FAMILY, List.of(borderline, selected(100, 1000, 500, 1000)));
    assertEquals(Outcome.WARN, bothLarge.get(0).outcome());
  }

  @Test
  void whileRatingsComeInEvidenceHasToPassTheBoundOfTheLook() {
    Comparison comparison = selected(12, 40, 48, 80);
    Verdict early =
        VerdictRule.STANDARD
            .judge(
                new Family("2026", Metric.IMPACT_RATIO, new InterimLook(.4)), List.of(comparison))
            .get(0);

    assertEquals(Outcome.WARN, judge(comparison).outcome());
    assertEquals(Outcome.WATCH, early.outcome());
    assertTrue(
        early
            .reasons()
            .contains(
                "Z test of two rates: p = 0.002; with 40 % of the ratings in, where z has to pass"
                    + " 3.54, q = 0.100 in a family of size 1, where evidence is a q below 0.05."),
        early.reasons().toString());
    Verdict nearlyAll =
        VerdictRule.STANDARD
            .judge(
                new Family("2026", Metric.IMPACT_RATIO, new InterimLook(.9)), List.of(comparison))
            .get(0);
    assertEquals(Outcome.WARN, nearlyAll.outcome());
    assertEquals(.9, nearlyAll.basis().orElseThrow().look().share());
  }

  @Test
  void whatCannotBeTestedSaysSo() {
    LevelCounts same = LevelCounts.of(0, 30, 0);

    assertTrue(
        judge(same, same)
            .reasons()
            .contains("There was nothing to test: everybody has the same rating."));
  }

  @Test
  void aTinyProbabilityIsNotWrittenAsZero() {
    String words = judge(selected(100, 1000, 500, 1000)).reasons().toString();

    assertTrue(words.contains("p < 0.001"), words);
    assertTrue(words.contains("q < 0.001"), words);
  }

  @Test
  void everyConclusionNamesTheDifferenceAndNeverItsCause() {
    List<Comparison> all =
        List.of(
            selected(12, 40, 48, 80),
            selected(20, 60, 28, 60),
            selected(46_000, 100_000, 50_000, 100_000),
            selected(42_500, 100_000, 50_000, 100_000),
            selected(49, 100, 50, 100),
            selected(3, 20, 16, 80),
            selected(0, 9, 80, 100),
            selected(0, 100, 0, 100),
            new Comparison.Hidden("gender", "X"),
            new Comparison.NotCompared("gender", "Y", 12, "too rare"));
    for (Verdict verdict : VerdictRule.STANDARD.judge(FAMILY, all)) {
      String words = (verdict.reasons().toString() + verdict.clearedBy()).toLowerCase(Locale.ROOT);
      assertFalse(verdict.reasons().isEmpty());
      assertFalse(words.contains("discriminat"), words);
      assertFalse(words.contains("null") || words.contains("nan"), words);
    }
  }

  private static Verdict judge(Comparison comparison) {
    return VerdictRule.STANDARD.judge(FAMILY, List.of(comparison)).get(0);
  }

  private static Verdict judge(LevelCounts focal, LevelCounts reference) {
    Comparison comparison =
        new Comparison.Compared("gender", "F", "M", new CliffsDelta(focal, reference));
    return VerdictRule.STANDARD
        .judge(new Family("2026", Metric.CLIFFS_DELTA), List.of(comparison))
        .get(0);
  }

  private static Comparison selected(long focal, long ofFocal, long reference, long ofReference) {
    return new Comparison.Compared(
        "gender", "F", "M", impact(focal, ofFocal, reference, ofReference));
  }

  private static ImpactRatio impact(long focal, long ofFocal, long reference, long ofReference) {
    return new ImpactRatio(new Selection(focal, ofFocal), new Selection(reference, ofReference));
  }
}
