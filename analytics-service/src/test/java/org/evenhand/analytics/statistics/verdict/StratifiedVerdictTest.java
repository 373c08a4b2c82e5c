package org.evenhand.analytics.statistics.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.effects.ImpactRatio;
import org.evenhand.analytics.statistics.partition.Group;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.statistics.stratified.StratifiedEffect;
import org.evenhand.analytics.statistics.verdict.Verdict.Outcome;
import org.junit.jupiter.api.Test;

/** What a comparison within job families and levels makes of a verdict. */
class StratifiedVerdictTest {
  private static final int TOP = 2;

  @Test
  void aCriticalSizeThatShowsWithinJobsTooIsCritical() {
    Verdict verdict =
        shares(
            Map.of("a", counts(100, 100), "b", counts(60, 40)),
            Map.of("a", counts(160, 40), "b", counts(90, 10)));

    assertEquals(Outcome.CRITICAL, verdict.outcome());
    assertTrue(verdict.reasons().get(1).contains("same job family and level too"));
    Verdict.Stratified within = verdict.basis().orElseThrow().stratified().orElseThrow();
    assertEquals(Significance.Test.COCHRAN_MANTEL_HAENSZEL, within.significance().test());
    assertEquals(Size.CRITICAL, within.size());
    assertEquals(2, within.strata());
    assertEquals(600, within.people());
  }

  @Test
  void aStratumThatOneGroupIsMissingFromIsNotCounted() {
    Group focal = group("F", Map.of("a", counts(5, 5), "b", counts(5, 5), "c", counts(9, 9)));
    Group reference = group("M", Map.of("a", counts(6, 4), "b", counts(0, 0), "d", counts(9, 9)));
    Group another = group("M", Map.of("a", counts(6, 4), "b", counts(0, 9), "d", counts(9, 9)));

    assertTrue(within(focal, reference).isEmpty());
    assertTrue(within(reference, focal).isEmpty());
    assertEquals(2, within(focal, another).orElseThrow().strata());
    assertEquals(39, within(focal, another).orElseThrow().people());
  }

  @Test
  void groupsThatFareAlikeWithinJobsAreNotBehind() {
    Group one = group("F", Map.of("a", counts(10, 10), "b", counts(10, 10)));

    assertFalse(within(one, one).orElseThrow().behind());
  }

  private static Optional<StratifiedEffect> within(Group focal, Group reference) {
    return StratifiedEffect.of(Metric.CLIFFS_DELTA, focal, reference, TOP);
  }

  @Test
  void aDifferenceThatGoesAwayWithinJobsIsExplainedAndBothAreShown() {
    // Half are selected among seniors and a tenth among juniors, in both groups alike.
    Verdict verdict =
        shares(
            Map.of("senior", counts(80, 80), "junior", counts(36, 4)),
            Map.of("senior", counts(20, 20), "junior", counts(144, 16)));

    assertEquals(Outcome.EXPLAINED, verdict.outcome());
    Verdict.Basis basis = verdict.basis().orElseThrow();
    assertEquals(Size.CRITICAL, basis.size());
    assertTrue(basis.q().orElseThrow() < 1e-6);
    assertEquals(1.0, basis.stratified().orElseThrow().value().orElseThrow());
    assertEquals(1.0, basis.stratified().orElseThrow().significance().p());
    assertTrue(verdict.reasons().get(3).contains("a ratio of 1.00"), verdict.reasons().toString());
  }

  @Test
  void aDifferenceThatTurnsRoundWithinJobsIsExplained() {
    Verdict verdict =
        shares(
            Map.of("senior", counts(300, 300), "junior", counts(95, 5)),
            Map.of("senior", counts(30, 70), "junior", counts(480, 120)));

    assertEquals(Outcome.EXPLAINED, verdict.outcome());
    assertTrue(verdict.basis().orElseThrow().stratified().orElseThrow().q().orElseThrow() < .05);
  }

  @Test
  void aDifferenceThatIsAsLargeWithinJobsIsNotExplainedByTooFewPeople() {
    // Only 22 of the focal group are in jobs that the reference group holds too.
    Verdict verdict =
        shares(
            Map.of("a", counts(40, 20), "b", counts(40, 20), "x", counts(150, 150)),
            Map.of("a", counts(8, 2), "b", counts(9, 3), "y", counts(270, 60)));

    assertEquals(Outcome.WARN, verdict.outcome());
    assertFalse(verdict.basis().orElseThrow().stratified().orElseThrow().q().orElseThrow() < .05);
  }

  @Test
  void aDifferenceWithinJobsThatTheWholeHidesIsWatched() {
    // The focal group has more seniors, and fewer of them are selected; the two make up for it.
    Verdict verdict =
        shares(
            Map.of("senior", counts(100, 100), "junior", counts(720, 80)),
            Map.of("senior", counts(187, 125), "junior", counts(634, 54)));

    assertEquals(Outcome.WATCH, verdict.outcome());
    assertEquals(Size.NONE, verdict.basis().orElseThrow().size());
    assertTrue(verdict.reasons().get(1).contains("same job family and level do"));
  }

  @Test
  void theSecondCycleInARowIsCriticalWithoutStrataToo() {
    List<Comparison> comparisons =
        List.of(
            new Comparison.Compared(
                "gender",
                "F",
                "M",
                new ImpactRatio(new Selection(100, 1000), new Selection(500, 1000))));
    Family family = new Family("2026", Metric.IMPACT_RATIO);
    List<Verdict> first = VerdictRule.STANDARD.judge(family, comparisons);
    Set<PriorWarning> before = PriorWarning.in(first);

    assertEquals(Outcome.WARN, first.get(0).outcome());
    assertEquals(Set.of(new PriorWarning("gender", "F", true)), before);
    Verdict second = VerdictRule.STANDARD.judge(family, comparisons, before).get(0);
    assertEquals(Outcome.CRITICAL, second.outcome());
    assertTrue(second.reasons().get(1).endsWith("it is the second cycle in a row."));
    assertEquals(
        Outcome.WARN,
        VerdictRule.STANDARD
            .judge(family, comparisons, Set.of(new PriorWarning("gender", "F", false)))
            .get(0)
            .outcome());
    assertEquals(before, PriorWarning.in(List.of(second)));
  }

  @Test
  void ratingsAreComparedWithinJobsByVanElteren() {
    Map<String, LevelCounts> low =
        Map.of("a", counts(40, 30, 10), "b", counts(20, 20, 5), "c", counts(9, 9, 9));
    Map<String, LevelCounts> high =
        Map.of("a", counts(10, 30, 40), "b", counts(5, 20, 30), "d", counts(9, 9, 9));
    Verdict verdict = judge(Metric.CLIFFS_DELTA, low, high);

    assertEquals(Outcome.CRITICAL, verdict.outcome());
    Verdict.Stratified within = verdict.basis().orElseThrow().stratified().orElseThrow();
    assertEquals(Significance.Test.VAN_ELTEREN, within.significance().test());
    assertEquals(2, within.strata());
    assertEquals(260, within.people());
    assertEquals(-0.53, within.value().orElseThrow());
  }

  @Test
  void strataThatDifferAmongThemAreSaidToDisagree() {
    Map<String, LevelCounts> reference = Map.of("a", counts(100, 100), "b", counts(100, 100));
    Verdict apart = shares(reference, Map.of("a", counts(195, 25), "b", counts(110, 90)));
    Verdict alike = shares(reference, Map.of("a", counts(150, 60), "b", counts(150, 60)));

    Verdict.Stratified within = apart.basis().orElseThrow().stratified().orElseThrow();
    assertTrue(within.homogeneityP().orElseThrow() < .001);
    assertTrue(apart.reasons().get(3).endsWith("; they do not all agree."));
    assertEquals(
        1, alike.basis().orElseThrow().stratified().orElseThrow().homogeneityP().orElseThrow());
    assertFalse(alike.reasons().get(3).contains("agree"));
  }

  @Test
  void theWordsNameTheStratifiedFiguresOfTheMetric() {
    Map<String, LevelCounts> low = Map.of("a", counts(40, 30, 10), "b", counts(20, 20, 5));
    Map<String, LevelCounts> high = Map.of("a", counts(10, 30, 40), "b", counts(5, 20, 30));
    Verdict verdict = judge(Metric.CLIFFS_DELTA, low, high);

    assertEquals(
        "Within job families and levels, over 2 of them with 260 people: a delta of -0.53; van"
            + " Elteren's test: p < 0.001, q < 0.001.",
        verdict.reasons().get(3));
    assertTrue(verdict.basis().orElseThrow().stratified().orElseThrow().homogeneityP().isEmpty());
  }

  @Test
  void whereNobodyOfTheReferenceIsSelectedThereIsATestAndNoRatio() {
    StratifiedEffect within =
        StratifiedEffect.of(
                Metric.IMPACT_RATIO,
                group("F", Map.of("a", counts(20, 20), "b", counts(20, 20))),
                group("M", Map.of("a", counts(40, 0), "b", counts(40, 0))),
                TOP)
            .orElseThrow();

    assertTrue(within.value().isEmpty());
    assertTrue(within.interval().isEmpty());
    assertTrue(within.homogeneityP().isEmpty());
    assertEquals(Size.NONE, within.size());
    assertFalse(within.behind());
    assertTrue(within.significance().p() < 1e-6);
  }

  @Test
  void ratingsThatAreEqualWithinStrataAreBehindNobody() {
    Map<String, LevelCounts> same = Map.of("a", counts(10, 20, 5), "b", counts(3, 3, 3));

    assertFalse(within(same, same).orElseThrow().behind());
    assertEquals(0, within(same, same).orElseThrow().value().orElseThrow(), 1e-12);
    assertFalse(
        StratifiedEffect.of(Metric.IMPACT_RATIO, group("F", same), group("M", same), 2)
            .orElseThrow()
            .behind());
  }

  @Test
  void itTakesTwoStrataAndTwentyPeople() {
    assertTrue(
        within(Map.of("a", counts(30, 30)), Map.of("a", counts(30, 30), "b", counts(9, 9)))
            .isEmpty());
    assertTrue(
        within(
                Map.of("a", counts(2, 3, 0), "b", counts(2, 3, 0)),
                Map.of("a", counts(2, 3, 0), "b", counts(2, 2, 0)))
            .isEmpty());
    assertFalse(
        within(
                Map.of("a", counts(2, 3, 0), "b", counts(2, 3, 0)),
                Map.of("a", counts(2, 3, 0), "b", counts(2, 3, 0)))
            .isEmpty());
    assertTrue(
        within(
                Map.of("a", counts(9, 0, 0), "b", counts(0, 9, 0)),
                Map.of("a", counts(9, 0, 0), "b", counts(0, 9, 0)))
            .isEmpty(),
        "all in a stratum are rated the same");
  }

  @Test
  void whatIsShownOfStrataIsRounded() {
    Verdict.Stratified within =
        shares(
                Map.of("a", counts(101, 99), "b", counts(63, 41)),
                Map.of("a", counts(157, 43), "b", counts(88, 12)))
            .basis()
            .orElseThrow()
            .stratified()
            .orElseThrow();

    assertEquals(twoDecimals(within.value().orElseThrow()), within.value().orElseThrow());
    assertEquals(
        twoDecimals(within.interval().orElseThrow().low()), within.interval().orElseThrow().low());
    assertTrue(
        Double.toString(within.significance().p()).matches("[0-9.]{1,4}E-\\d+|0\\.0*\\d\\d?"));
  }

  private static double twoDecimals(double value) {
    return Math.rint(value * 100) / 100;
  }

  /** The second argument is the group looked at. */
  private static Verdict shares(
      Map<String, LevelCounts> reference, Map<String, LevelCounts> focal) {
    return judge(Metric.IMPACT_RATIO, focal, reference);
  }

  private static Verdict judge(
      Metric metric, Map<String, LevelCounts> focal, Map<String, LevelCounts> reference) {
    int favourable = focal.values().iterator().next().levels();
    Partition partition =
        new Partition("gender", List.of(group("F", focal), group("M", reference)));
    List<Comparison> comparisons = Comparison.of(partition, metric, favourable, 5);
    return VerdictRule.STANDARD.judge(new Family("2026", metric), comparisons).get(0);
  }

  private static Optional<StratifiedEffect> within(
      Map<String, LevelCounts> focal, Map<String, LevelCounts> reference) {
    return StratifiedEffect.of(Metric.CLIFFS_DELTA, group("F", focal), group("M", reference), TOP);
  }

  private static Group group(String name, Map<String, LevelCounts> strata) {
    List<LevelCounts> all = new ArrayList<>(new TreeMap<>(strata).values());
    return new Group(name, all.stream().reduce(LevelCounts::plus).orElseThrow(), true, strata);
  }

  private static LevelCounts counts(long... lowestFirst) {
    return LevelCounts.of(lowestFirst);
  }
}
