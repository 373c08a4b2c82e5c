package org.evenhand.analytics.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.access.AccessAuditView.ReachedView;
import org.evenhand.analytics.access.AccessAuditView.StageView;
import org.evenhand.analytics.fairness.FairnessView.GroupRole;
import org.evenhand.analytics.fairness.FairnessView.ImpactRatioView;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.verdict.PriorWarning;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Figures that were worked out by hand. Of 40 Oaks 24 applied, 16 were assessed and 8 selected; of
 * 40 Elms 10, 6 and 3.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StageResultTest {

  private static final LevelCounts OAK = LevelCounts.of(16, 8, 8, 8);
  private static final LevelCounts ELM = LevelCounts.of(30, 4, 3, 3);
  private static final LevelCounts HIDDEN = LevelCounts.of(9, 3, 2, 1);

  @Test
  void each_stage_is_a_rate_of_those_who_came_to_the_one_before() {
    ImpactRatioView applied = ratio(results(Set.of()), Stage.APPLIED);

    assertEquals("Oak", applied.reference());
    assertEquals(.6, applied.referenceRate(), 1e-12);
    assertEquals(.25 / .6, applied.ratio(), 1e-12);
    // (.25 - .6) / sqrt(.425 * .575 * (1/40 + 1/40))
    assertEquals(-3.1663, applied.z().z(), 1e-4);
    assertEquals(.00154, applied.z().p(), 1e-5);
    ImpactRatioView assessed = ratio(results(Set.of()), Stage.ASSESSED);
    assertEquals((6.0 / 10) / (16.0 / 24), assessed.ratio(), 1e-12);
    ImpactRatioView selected = ratio(results(Set.of()), Stage.SELECTED);
    assertEquals((3.0 / 6) / (8.0 / 16), selected.ratio(), 1e-12);
  }

  /** Two stages have ten people of both, and the lesser p counts twice. */
  @Test
  void all_stages_are_one_family_of_tests() {
    ImpactRatioView applied = ratio(results(Set.of()), Stage.APPLIED);

    assertEquals(2, applied.verdict().family().tests());
    assertEquals("STRETCH 2026 × impactRatio", applied.verdict().family().name());
    assertEquals(2 * applied.test().p(), applied.verdict().q(), 1e-12);
  }

  @Test
  void the_verdicts_are_those_of_ratings_in_words_of_opportunities() {
    ImpactRatioView applied = ratio(results(Set.of()), Stage.APPLIED);

    assertEquals("WARN", applied.verdict().outcome());
    assertEquals("CRITICAL", applied.verdict().size());
    assertEquals(
        "10 of 40 people (25.0 %) applied, in the reference group 24 of 40 (60.0 %): a ratio of"
            + " 0.417.",
        applied.verdict().reasons().get(0));
    assertEquals(
        "a ratio of at least 0.80, that is 10 more of the group who apply",
        applied.verdict().clearedBy().get(0));
    assertEquals(
        "INSUFFICIENT", ratio(results(Set.of()), Stage.SELECTED).verdict().outcome(), "six people");
  }

  @Test
  void a_second_year_in_a_row_is_critical_at_the_same_stage_alone() {
    assertEquals("CRITICAL", outcome(StageResult.asPriorWarning(Stage.APPLIED, "tree", "Elm")));
    assertEquals("WARN", outcome(StageResult.asPriorWarning(Stage.SELECTED, "tree", "Elm")));
  }

  @Test
  void who_is_hidden_counts_among_all_and_has_no_result() {
    List<StageResult> results = results(Set.of());

    assertEquals(
        Set.of("Oak", "Elm"), new TreeSet<>(results.stream().map(StageResult::group).toList()));
    assertEquals(95, funnel().at(Stage.APPLIED).people());
    assertEquals(40, funnel().at(Stage.ASSESSED).people());
  }

  /** Elms are nearly all in the job in which few apply; within each of the two they apply alike. */
  @Test
  void a_difference_that_comes_with_the_jobs_is_explained() {
    Funnel mixed =
        new Funnel(
            Trees.DIMENSION,
            LevelCounts.of(174, 129, 0, 0),
            new TreeMap<>(
                Map.of("Oak", LevelCounts.of(60, 90, 0, 0), "Elm", LevelCounts.of(114, 39, 0, 0))),
            Map.of(
                "Oak",
                Map.of("A", LevelCounts.of(24, 84, 0, 0), "B", LevelCounts.of(36, 6, 0, 0)),
                "Elm",
                Map.of("A", LevelCounts.of(6, 21, 0, 0), "B", LevelCounts.of(108, 18, 0, 0))),
            new TreeSet<>());

    assertEquals(
        "EXPLAINED",
        ratio(StageResult.of("STRETCH 2026", List.of(mixed), Set.of()), Stage.APPLIED)
            .verdict()
            .outcome());
  }

  /** Of the five who applied one was assessed, and what became of this one is told of nobody. */
  @Test
  void what_became_of_few_is_not_told() {
    LevelCounts few = LevelCounts.of(35, 4, 0, 1);
    Funnel funnel =
        new Funnel(
            Trees.DIMENSION,
            OAK.plus(few),
            new TreeMap<>(Map.of("Oak", OAK, "Elm", few)),
            Map.of(),
            new TreeSet<>());
    List<StageResult> results = StageResult.of("STRETCH 2026", List.of(funnel), Set.of());

    StageView assessed = StageView.of(of(results, Stage.ASSESSED, "Elm"), 5);
    assertEquals(.2, assessed.rate());
    StageView selected = StageView.of(of(results, Stage.SELECTED, "Elm"), 5);
    assertEquals(GroupRole.NOT_COMPARED, selected.role());
    assertEquals(1, selected.people());
    assertNull(selected.reached());
    assertNull(selected.rate());
    assertNull(selected.impactRatio());
    assertNull(ReachedView.of(few, 5).selected());
    assertEquals(8, ReachedView.of(OAK, 5).selected());
  }

  private static String outcome(PriorWarning before) {
    return ratio(results(Set.of(before)), Stage.APPLIED).verdict().outcome();
  }

  private static ImpactRatioView ratio(List<StageResult> results, Stage stage) {
    StageResult reference = of(results, stage, "Oak");
    assertTrue(reference.judged().isEmpty() || reference.role() != GroupRole.REFERENCE);
    return of(results, stage, "Elm").impactRatio().orElseThrow();
  }

  private static StageResult of(List<StageResult> results, Stage stage, String group) {
    return results.stream()
        .filter(each -> each.stage() == stage && each.isOf("tree", group))
        .findFirst()
        .orElseThrow();
  }

  private static List<StageResult> results(Set<PriorWarning> before) {
    return StageResult.of("STRETCH 2026", List.of(funnel()), before);
  }

  private static Funnel funnel() {
    return new Funnel(
        Trees.DIMENSION,
        OAK.plus(ELM).plus(HIDDEN),
        new TreeMap<>(Map.of("Oak", OAK, "Elm", ELM)),
        Map.of(),
        new TreeSet<>(Set.of("Fig", "undeclared")));
  }
}
