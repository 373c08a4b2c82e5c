package org.evenhand.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.tests.BrunnerMunzel;
import org.evenhand.analytics.statistics.tests.ExactMannWhitney;
import org.evenhand.analytics.statistics.tests.FengCliff;
import org.evenhand.analytics.statistics.tests.MannWhitney;

/** Ordinal statistics from counts are those of the people written out one by one. */
class OrdinalPropertyTest {
  @Provide
  Arbitrary<LevelCounts> groups() {
    return counts(12);
  }

  @Provide
  Arbitrary<LevelCounts> fewPeople() {
    return counts(2);
  }

  private static Arbitrary<LevelCounts> counts(long most) {
    return Arbitraries.longs()
        .between(0, most)
        .array(long[].class)
        .ofSize(4)
        .filter(counts -> Arrays.stream(counts).sum() > 0)
        .map(LevelCounts::of);
  }

  @Property(tries = 300)
  void deltaCountsEveryPair(
      @ForAll("groups") LevelCounts focal, @ForAll("groups") LevelCounts reference) {
    double sum = 0;
    for (int a : people(focal)) {
      for (int b : people(reference)) {
        sum += Integer.signum(a - b);
      }
    }
    Dominance dominance = Dominance.of(focal, reference);
    assertEquals(sum, (double) dominance.surplus());
    assertEquals(focal.people() * reference.people(), dominance.pairs());
    assertEquals(2 * dominance.theta() - 1, dominance.delta(), 1e-12);
  }

  @Property(tries = 200)
  void changingSidesOnlyChangesTheSign(
      @ForAll("groups") LevelCounts one, @ForAll("groups") LevelCounts two) {
    CliffsDelta there = new CliffsDelta(one, two);
    CliffsDelta back = new CliffsDelta(two, one);

    assertEquals(there.delta(), -back.delta(), 1e-15);
    assertEquals(there.size(), back.size());
    assertEquals(there.turnsWithOnePerson(), back.turnsWithOnePerson());
    assertEquals(
        there.significance().map(Significance::p).orElse(-1.0),
        back.significance().map(Significance::p).orElse(-1.0),
        1e-12);
    assertEquals(there.interval().isPresent(), back.interval().isPresent());
    there
        .interval()
        .ifPresent(
            interval -> {
              assertEquals(interval.low(), -back.interval().orElseThrow().high(), 1e-12);
              assertTrue(interval.contains(there.delta()));
            });
  }

  @Property(tries = 200)
  void aLevelThatNobodyUsesChangesNothing(
      @ForAll("groups") LevelCounts one,
      @ForAll("groups") LevelCounts two,
      @ForAll @IntRange(min = 0, max = 4) int at) {
    LevelCounts oneWider = withUnusedLevel(one, at);
    LevelCounts twoWider = withUnusedLevel(two, at);

    assertEquals(Dominance.of(one, two), Dominance.of(oneWider, twoWider));
    assertEquals(BrunnerMunzel.of(one, two, .95), BrunnerMunzel.of(oneWider, twoWider, .95));
    assertEquals(MannWhitney.of(one, two), MannWhitney.of(oneWider, twoWider));
    assertEquals(FengCliff.of(one, two, .95), FengCliff.of(oneWider, twoWider, .95));
  }

  @Property(tries = 300)
  void brunnerMunzelIsTheTestOfTheRanks(
      @ForAll("groups") LevelCounts focal, @ForAll("groups") LevelCounts reference) {
    Optional<BrunnerMunzel> fromCounts = BrunnerMunzel.of(focal, reference, .95);
    Assume.that(fromCounts.isPresent());
    int[] x = people(reference);
    int[] y = people(focal);
    double[] rx = midRanks(x, join(x, y));
    double[] ry = midRanks(y, join(x, y));
    double sx = rankVariance(rx, midRanks(x, x));
    double sy = rankVariance(ry, midRanks(y, y));
    double n = x.length + y.length;
    double pooled = sx / y.length / y.length / x.length + sy / x.length / x.length / y.length;
    double theta = (mean(ry) - mean(rx)) / n + .5;
    double statistic = (theta - .5) / Math.sqrt(pooled);
    double p =
        2
            * TDistribution.of(fromCounts.get().degreesOfFreedom())
                .survivalProbability(Math.abs(statistic));

    assertEquals(theta, fromCounts.get().theta(), 1e-12);
    assertEquals(statistic, fromCounts.get().statistic(), 1e-8 * Math.abs(statistic) + 1e-10);
    assertEquals(Math.min(1, p), fromCounts.get().p(), 1e-9);
  }

  @Property(tries = 200)
  void mannWhitneyAgreesWithAnIndependentImplementation(
      @ForAll("groups") LevelCounts focal, @ForAll("groups") LevelCounts reference) {
    Optional<MannWhitney> fromCounts = MannWhitney.of(focal, reference);
    Assume.that(fromCounts.isPresent());
    MannWhitneyUTest test =
        MannWhitneyUTest.withDefaults()
            .with(PValueMethod.ASYMPTOTIC)
            .with(AlternativeHypothesis.TWO_SIDED);
    double[] y = doubles(people(focal));
    double[] x = doubles(people(reference));

    assertEquals(
        test.with(ContinuityCorrection.DISABLED).test(y, x).getPValue(),
        fromCounts.get().p(),
        1e-10);
    double corrected = test.with(ContinuityCorrection.ENABLED).test(y, x).getPValue();
    assertEquals(corrected, fromCounts.get().pCorrected(), 1e-10);
  }

  @Property(tries = 150)
  void theExactTestDealsTheRatingsInEveryWay(
      @ForAll("fewPeople") LevelCounts focal, @ForAll("fewPeople") LevelCounts reference) {
    int[] all = join(people(focal), people(reference));
    long seen = Math.abs(Dominance.of(focal, reference).surplus());
    int extreme = 0;
    int deals = 0;
    for (int chosen = 0; chosen < 1 << all.length; chosen++) {
      if (Integer.bitCount(chosen) == focal.people()) {
        deals++;
        if (Math.abs(surplus(all, chosen)) >= seen) {
          extreme++;
        }
      }
    }
    assertEquals((double) extreme / deals, ExactMannWhitney.p(focal, reference), 1e-15);
  }

  @Property(tries = 200)
  void theIntervalOfFengAndCliffStaysInsideAndHoldsDelta(
      @ForAll("groups") LevelCounts focal, @ForAll("groups") LevelCounts reference) {
    FengCliff.of(focal, reference, .95)
        .ifPresent(
            found -> {
              assertTrue(found.interval().low() >= -1 && found.interval().high() <= 1);
              assertTrue(found.interval().contains(found.delta()), found.toString());
              assertTrue(found.variance() > 0);
            });
  }

  @Example
  void groupsThatLieWhollyApartStillHaveATest() {
    CliffsDelta apart = new CliffsDelta(LevelCounts.of(0, 0, 30), LevelCounts.of(40, 0, 0));

    assertEquals(1, apart.delta());
    assertTrue(apart.brunnerMunzel().isEmpty());
    assertTrue(apart.interval().isEmpty());
    Significance significance = apart.significance().orElseThrow();
    assertEquals(Significance.Test.MANN_WHITNEY, significance.test());
    assertTrue(significance.p() < 1e-9);
  }

  @Example
  void whereEverybodyIsRatedTheSameThereIsNothingToTest() {
    CliffsDelta same = new CliffsDelta(LevelCounts.of(0, 30, 0), LevelCounts.of(0, 40, 0));

    assertEquals(0, same.delta());
    assertEquals(Size.NONE, same.size());
    assertTrue(same.significance().isEmpty());
    assertEquals(1, ExactMannWhitney.p(LevelCounts.of(0, 3, 0), LevelCounts.of(0, 40, 0)));
  }

  @Example
  void twoPeopleInEachGroupAreTheLeastForAnEstimatedVariance() {
    LevelCounts two = LevelCounts.of(1, 0, 1);

    assertTrue(BrunnerMunzel.of(two, two, .95).isPresent());
    assertTrue(BrunnerMunzel.of(two, LevelCounts.of(0, 1, 0), .95).isEmpty());
    assertTrue(BrunnerMunzel.of(LevelCounts.of(0, 1, 0), two, .95).isEmpty());
    assertTrue(FengCliff.of(two, two, .95).isPresent());
    assertTrue(FengCliff.of(two, LevelCounts.of(0, 1, 0), .95).isEmpty());
    assertTrue(FengCliff.of(LevelCounts.of(0, 1, 0), two, .95).isEmpty());
  }

  /** Only the others' ratings vary: their variance alone carries the test. */
  @Example
  void aGroupThatUsesOneLevelStillHasATest() {
    LevelCounts same = LevelCounts.of(0, 12, 0);
    LevelCounts others = LevelCounts.of(10, 4, 6);
    BrunnerMunzel found = BrunnerMunzel.of(same, others, .95).orElseThrow();

    assertEquals((10 + 4 / 2.0) / 20, found.theta(), 1e-12);
    assertEquals(19, found.degreesOfFreedom(), 1e-9);
    double mean = 1 - found.theta();
    double scatter = 10 * mean * mean + 4 * (.5 - mean) * (.5 - mean) + 6 * (1 - mean) * (1 - mean);
    assertEquals((found.theta() - .5) / Math.sqrt(scatter / 19 / 20), found.statistic(), 1e-9);
  }

  @Example
  void aGroupUnderTenGetsTheExactTest() {
    CliffsDelta few = new CliffsDelta(LevelCounts.of(4, 5, 0), LevelCounts.of(100, 200, 300));
    CliffsDelta enough = new CliffsDelta(LevelCounts.of(4, 5, 1), LevelCounts.of(100, 200, 300));

    assertEquals(Significance.Test.MANN_WHITNEY_EXACT, few.significance().orElseThrow().test());
    assertEquals(Significance.Test.BRUNNER_MUNZEL, enough.significance().orElseThrow().test());
  }

  @Example
  void theExactTestOfNinePeopleBesideAMillionIsExactAndQuick() {
    LevelCounts few = LevelCounts.of(3, 2, 2, 1, 1, 0, 0, 0, 0, 0);
    LevelCounts many =
        LevelCounts.of(
            50_000, 50_000, 100_000, 100_000, 200_000, 200_000, 100_000, 100_000, 50_000, 50_000);

    double exact = ExactMannWhitney.p(few, many);

    assertEquals(MannWhitney.of(few, many).orElseThrow().p(), exact, 0.003);
  }

  @Example
  void aMillionPeopleDoNotOverflow() {
    LevelCounts focal = LevelCounts.of(100_000, 150_000, 150_000, 75_000, 25_000);
    LevelCounts reference = LevelCounts.of(50_000, 100_000, 150_000, 125_000, 75_000);
    Dominance dominance = Dominance.of(focal, reference);

    assertEquals(250_000_000_000L, dominance.pairs());
    LevelCounts focalSmall = LevelCounts.of(100, 150, 150, 75, 25);
    LevelCounts referenceSmall = LevelCounts.of(50, 100, 150, 125, 75);
    assertEquals(Dominance.of(focalSmall, referenceSmall).delta(), dominance.delta());
    BrunnerMunzel large = BrunnerMunzel.of(focal, reference, .95).orElseThrow();
    BrunnerMunzel small = BrunnerMunzel.of(focalSmall, referenceSmall, .95).orElseThrow();
    // A thousand times the people: √1000 times the statistic, but for n − 1 in place of n.
    assertEquals(Math.sqrt(1000) * small.statistic(), large.statistic(), .5);
    assertTrue(MannWhitney.of(focal, reference).orElseThrow().z() < -100);
    assertTrue(FengCliff.of(focal, reference, .95).isPresent());
  }

  @Example
  void pairsThatNoLongCanCountAreRefusedRatherThanWrong() {
    LevelCounts world = LevelCounts.of(4_000_000_000L, 4_000_000_000L);

    assertThrows(ArithmeticException.class, () -> Dominance.of(world, world));
  }

  @Example
  void anEmptyGroupHasNoDelta() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new CliffsDelta(LevelCounts.of(0, 0), LevelCounts.of(1, 2)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CliffsDelta(LevelCounts.of(1, 0), LevelCounts.of(1, 2, 3)));
    assertThrows(IllegalArgumentException.class, () -> LevelCounts.of(3, -1));
  }

  private static int[] people(LevelCounts group) {
    List<Integer> people = new ArrayList<>();
    for (int level = 1; level <= group.levels(); level++) {
      for (long i = 0; i < group.at(level); i++) {
        people.add(level);
      }
    }
    return people.stream().mapToInt(Integer::intValue).toArray();
  }

  private static LevelCounts withUnusedLevel(LevelCounts group, int at) {
    long[] wider = new long[group.levels() + 1];
    for (int level = 1; level <= group.levels(); level++) {
      wider[level <= at ? level - 1 : level] = group.at(level);
    }
    return LevelCounts.of(wider);
  }

  private static int[] join(int[] a, int[] b) {
    int[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private static double[] midRanks(int[] of, int[] among) {
    return Arrays.stream(of)
        .mapToDouble(
            value ->
                Arrays.stream(among).filter(other -> other < value).count()
                    + (Arrays.stream(among).filter(other -> other == value).count() + 1) / 2.0)
        .toArray();
  }

  private static double rankVariance(double[] overall, double[] within) {
    double sum = 0;
    for (int i = 0; i < overall.length; i++) {
      double deviation = overall[i] - within[i] - mean(overall) + (overall.length + 1) / 2.0;
      sum += deviation * deviation;
    }
    return sum / (overall.length - 1);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double[] doubles(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  private static long surplus(int[] all, int chosen) {
    long surplus = 0;
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all.length; j++) {
        if ((chosen >> i & 1) == 1 && (chosen >> j & 1) == 0) {
          surplus += Integer.signum(all[i] - all[j]);
        }
      }
    }
    return surplus;
  }
}
