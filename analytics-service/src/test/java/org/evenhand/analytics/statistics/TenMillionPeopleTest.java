package org.evenhand.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.effects.DetectableEffect;
import org.evenhand.analytics.statistics.effects.ImpactRatio;
import org.evenhand.analytics.statistics.monitoring.DistributionDrift;
import org.evenhand.analytics.statistics.monitoring.PChart;
import org.evenhand.analytics.statistics.monitoring.StandardisedMeans;
import org.evenhand.analytics.statistics.partition.Suppression;
import org.evenhand.analytics.statistics.raters.OneWayEffects;
import org.evenhand.analytics.statistics.raters.RaterProfile;
import org.evenhand.analytics.statistics.stratified.BreslowDay;
import org.evenhand.analytics.statistics.stratified.CochranMantelHaenszel;
import org.evenhand.analytics.statistics.stratified.CommonOddsRatio;
import org.evenhand.analytics.statistics.stratified.MantelFleiss;
import org.evenhand.analytics.statistics.stratified.MantelHaenszelRatio;
import org.evenhand.analytics.statistics.stratified.OrdinalStratum;
import org.evenhand.analytics.statistics.stratified.SelectionStratum;
import org.evenhand.analytics.statistics.stratified.StratifiedDelta;
import org.evenhand.analytics.statistics.stratified.VanElteren;
import org.evenhand.analytics.statistics.tests.BenjaminiHochberg;
import org.evenhand.analytics.statistics.tests.BrunnerMunzel;
import org.evenhand.analytics.statistics.tests.FengCliff;
import org.evenhand.analytics.statistics.tests.FisherExact;
import org.evenhand.analytics.statistics.tests.MannWhitney;
import org.evenhand.analytics.statistics.tests.PooledZ;
import org.junit.jupiter.api.Test;

/**
 * The figures of ten million people are those of a hundred that stand for a hundred thousand each:
 * sizes stay as they are, evidence grows as it must, and nothing overflows or cancels out.
 */
class TenMillionPeopleTest {
  private static final long TIMES = 100_000;
  private static final double ROOT = Math.sqrt(TIMES);

  private static final LevelCounts FEW = LevelCounts.of(5, 12, 20, 9, 4);
  private static final LevelCounts FEW_OTHERS = LevelCounts.of(3, 8, 18, 13, 8);
  private static final LevelCounts MANY = times(FEW);
  private static final LevelCounts MANY_OTHERS = times(FEW_OTHERS);

  private static LevelCounts times(LevelCounts few) {
    return LevelCounts.of(
        LongStream.rangeClosed(1, few.levels()).map(i -> TIMES * few.at((int) i)).toArray());
  }

  @Test
  void aRatioIsTheSameAndItsErrorSmallerByTheRoot() {
    ImpactRatio few = new ImpactRatio(FEW.atOrAbove(4), FEW_OTHERS.atOrAbove(4));
    ImpactRatio many = new ImpactRatio(MANY.atOrAbove(4), MANY_OTHERS.atOrAbove(4));

    assertEquals(few.ratio(), many.ratio());
    assertEquals(few.cohenH(), many.cohenH());
    assertEquals(few.belowFourFifths(), many.belowFourFifths());
    assertRelative(
        logWidth(few.interval().orElseThrow()) / ROOT, logWidth(many.interval().orElseThrow()));
    assertRelative(
        PooledZ.of(few.focal(), few.reference()).z() * ROOT,
        PooledZ.of(many.focal(), many.reference()).z());
    Interval wilson = Proportions.wilson(many.focal(), .95);
    double error = 1.959963985 * Math.sqrt(.26 * .74 / many.focal().people());
    assertEquals(.26 - error, wilson.low(), 1e-6 * error + 1e-6);
    assertEquals(TIMES * few.shortfall(), many.shortfall(), 1e-6);
    assertEquals(few.size(), many.size());
  }

  private static double logWidth(Interval interval) {
    return Math.log(interval.high() / interval.low());
  }

  @Test
  void aDeltaIsTheSameAndItsTestsGrowWithTheRoot() {
    CliffsDelta few = new CliffsDelta(FEW, FEW_OTHERS);
    CliffsDelta many = new CliffsDelta(MANY, MANY_OTHERS);

    assertEquals(few.delta(), many.delta());
    assertEquals(few.size(), many.size());
    MannWhitney test = MannWhitney.of(FEW, FEW_OTHERS).orElseThrow();
    // Within the variance of the few, N + 1 less the ties stands for N less the ties.
    assertEquals(test.z() * ROOT, MannWhitney.of(MANY, MANY_OTHERS).orElseThrow().z(), 4);
    BrunnerMunzel munzel = BrunnerMunzel.of(MANY, MANY_OTHERS, .95).orElseThrow();
    assertEquals(
        BrunnerMunzel.of(FEW, FEW_OTHERS, .95).orElseThrow().statistic() * ROOT,
        munzel.statistic(),
        8);
    assertTrue(munzel.degreesOfFreedom() > 9e6);
    assertEquals(0, munzel.p());
    FengCliff cliff = FengCliff.of(MANY, MANY_OTHERS, .95).orElseThrow();
    assertEquals(munzel.interval().low() * 2 - 1, cliff.interval().low(), 1e-7);
  }

  @Test
  void oneWhoDiffersAmongTenMillionIsSeenToTheDigit() {
    LevelCounts one = LevelCounts.of(4_999_999, 1);
    LevelCounts none = LevelCounts.of(5_000_000, 0);
    double n = 5e6;

    // All ranks but one are tied, and N + 1 − Σ(t³ − t)/(N(N − 1)) is 3.
    assertEquals(
        n / 2 / Math.sqrt(n * n / 12 * 3), MannWhitney.of(one, none).orElseThrow().z(), 1e-8);
    assertEquals(1 / n, Dominance.of(one, none).delta());
    assertEquals(1 / n, Moments.of(one).variance(), 1e-15);
    assertEquals(1, FisherExact.of(one.atOrAbove(2), none.atOrAbove(2)).twoSided(), 1e-9);
  }

  @Test
  void strataGiveTheSameRatiosAndGreaterTests() {
    List<SelectionStratum> few =
        List.of(shares("a", FEW, FEW_OTHERS), shares("b", FEW_OTHERS, FEW));
    List<SelectionStratum> many =
        List.of(shares("a", MANY, MANY_OTHERS), shares("b", MANY_OTHERS, MANY));
    List<SelectionStratum> fewAlike = List.of(few.get(0), few.get(0));
    List<SelectionStratum> manyAlike = List.of(many.get(0), many.get(0));

    assertRelative(
        MantelHaenszelRatio.of(fewAlike, .95).orElseThrow().value(),
        MantelHaenszelRatio.of(manyAlike, .95).orElseThrow().value());
    CommonOddsRatio odds = CommonOddsRatio.of(few, .95).orElseThrow();
    CommonOddsRatio manyOdds = CommonOddsRatio.of(many, .95).orElseThrow();
    assertRelative(odds.value(), manyOdds.value());
    assertRelative(
        BreslowDay.of(few, odds).orElseThrow().statistic() * TIMES,
        BreslowDay.of(many, manyOdds).orElseThrow().statistic());
    // The hypergeometric variance has n − 1 where the many have n.
    assertRelative(
        CochranMantelHaenszel.of(fewAlike).orElseThrow().chiSquare() * TIMES * 100 / 99,
        CochranMantelHaenszel.of(manyAlike).orElseThrow().chiSquare() * (1 + 1e-7));
    assertTrue(MantelFleiss.holds(many));
  }

  private static SelectionStratum shares(String name, LevelCounts focal, LevelCounts reference) {
    return new SelectionStratum(name, focal.atOrAbove(4), reference.atOrAbove(4));
  }

  @Test
  void strataOfRatingsGiveTheSameDeltaAndItsTest() {
    OrdinalStratum one = new OrdinalStratum("a", MANY, MANY_OTHERS);
    List<OrdinalStratum> strata = List.of(one, new OrdinalStratum("b", MANY, MANY_OTHERS));

    assertRelative(
        Dominance.of(FEW, FEW_OTHERS).delta(),
        StratifiedDelta.of(strata, .95).orElseThrow().value());
    assertRelative(
        MannWhitney.of(MANY, MANY_OTHERS).orElseThrow().z() * Math.sqrt(2),
        VanElteren.of(strata, VanElteren.Scores.MIDRANK).orElseThrow().z());
  }

  @Test
  void distancesAreTheSameAndChiSquareGrowsWithThePeople() {
    DistributionDrift few = new DistributionDrift(FEW, FEW_OTHERS);
    DistributionDrift many = new DistributionDrift(MANY, MANY_OTHERS);

    assertRelative(few.psi().orElseThrow(), many.psi().orElseThrow());
    assertRelative(few.jensenShannon(), many.jensenShannon());
    assertRelative(few.kolmogorovSmirnov(), many.kolmogorovSmirnov());
    assertRelative(few.wasserstein(), many.wasserstein());
    assertRelative(few.meanShift(), many.meanShift());
    assertRelative(few.psiCritical().orElseThrow() / TIMES, many.psiCritical().orElseThrow());
    assertRelative(
        few.chiSquare().orElseThrow().statistic() * TIMES,
        many.chiSquare().orElseThrow().statistic());
    assertRelative(
        few.chiSquare().orElseThrow().cramersV(), many.chiSquare().orElseThrow().cramersV());
  }

  @Test
  void ratersAreShrunkenByTheirNumbers() {
    OneWayEffects found =
        OneWayEffects.of(Map.of("a", Moments.of(MANY), "b", Moments.of(MANY_OTHERS))).orElseThrow();
    double apart = Moments.of(FEW_OTHERS).mean() - Moments.of(FEW).mean();

    assertEquals(apart * apart / 2, found.betweenVariance(), 1e-6);
    assertEquals(-apart / 2, found.effects().get("a").shrunken(), 1e-5);
    assertEquals(0, found.p());
    RaterProfile profile = RaterProfile.of(MANY, MANY_OTHERS, .09).orElseThrow();
    assertEquals(-apart, profile.shrunkenEffect(), 1e-5);
    assertEquals(0, profile.posteriorDeviation(), 1e-3);
    assertTrue(found.leastBetweenVariance() > .02 * found.betweenVariance());
  }

  @Test
  void chartsAndSeriesKeepTheirMeansAndNarrowTheirLimits() {
    PChart chart = PChart.of(List.of(MANY.atOrAbove(4), MANY_OTHERS.atOrAbove(4)));
    assertEquals(.34, chart.mean(), 1e-12);
    assertEquals(3 * Math.sqrt(.34 * .66 / 5e6), chart.points().get(0).high() - .34, 1e-12);

    Moments same = Moments.of(MANY);
    StandardisedMeans means =
        StandardisedMeans.of(List.of(same, same, Moments.of(MANY_OTHERS)), 2).orElseThrow();
    double apart = Moments.of(FEW_OTHERS).mean() - Moments.of(FEW).mean();
    assertEquals(0, means.unrest());
    assertEquals(
        apart / (means.deviation() * Math.sqrt(1 / 1e7 + 1 / 5e6)), means.z().get(2), 1e-6);
  }

  @Test
  void whatCanBeFoundShrinksWithTheRoot() {
    LevelCounts all = FEW.plus(FEW_OTHERS);
    double few = DetectableEffect.USUAL.cliffsDelta(5_000, 5_000, all).orElseThrow();
    double many = DetectableEffect.USUAL.cliffsDelta(5_000_000, 5_000_000, all).orElseThrow();

    assertEquals(few / Math.sqrt(1000), many, 1e-4 * many);
    assertEquals(
        2.801585218 * Math.sqrt(.34 * .66 * 2 / 5e6) / .34,
        1 - DetectableEffect.USUAL.impactRatio(5_000_000, 5_000_000, .34).orElseThrow(),
        1e-5);
  }

  @Test
  void nobodyIsHiddenOrTurnedRound() {
    Suppression none = Suppression.of(Map.of("a", MANY.people(), "b", MANY_OTHERS.people()), 5);
    assertTrue(none.hidden().isEmpty());
    assertTrue(
        !new CliffsDelta(MANY, MANY_OTHERS).turnsWithOnePerson()
            && !new ImpactRatio(MANY.atOrAbove(4), MANY_OTHERS.atOrAbove(4)).turnsWithOnePerson());
    assertTrue(Arrays.stream(BenjaminiHochberg.adjusted(0, 1e-300, 1)).allMatch(q -> q <= 1));
  }

  private static void assertRelative(double expected, double actual) {
    assertEquals(expected, actual, 1e-9 * Math.abs(expected));
  }
}
