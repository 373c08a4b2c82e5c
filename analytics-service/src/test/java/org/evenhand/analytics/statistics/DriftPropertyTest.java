package org.evenhand.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.evenhand.analytics.statistics.monitoring.DistributionDrift;
import org.evenhand.analytics.statistics.monitoring.Wasserstein;
import org.evenhand.analytics.statistics.tests.ChiSquare;
import org.evenhand.analytics.statistics.tests.PooledZ;

class DriftPropertyTest {
  @Provide
  Arbitrary<LevelCounts> groups() {
    return Arbitraries.longs()
        .between(0, 30)
        .array(long[].class)
        .ofSize(4)
        .filter(counts -> Arrays.stream(counts).sum() > 0)
        .map(LevelCounts::of);
  }

  @Property(tries = 300)
  void everyDistanceIsTheSameBackAndZeroToItself(
      @ForAll("groups") LevelCounts one, @ForAll("groups") LevelCounts two) {
    DistributionDrift there = new DistributionDrift(one, two);
    DistributionDrift back = new DistributionDrift(two, one);
    DistributionDrift none = new DistributionDrift(one, one);

    assertEquals(there.wasserstein(), back.wasserstein(), 1e-12);
    assertEquals(there.kolmogorovSmirnov(), back.kolmogorovSmirnov(), 1e-12);
    assertEquals(there.totalVariation(), back.totalVariation(), 1e-12);
    assertEquals(there.jensenShannon(), back.jensenShannon(), 1e-12);
    assertEquals(there.psiSmoothed(), back.psiSmoothed(), 1e-12);
    assertEquals(there.psi().isPresent(), back.psi().isPresent());
    assertEquals(there.meanShift(), -back.meanShift(), 1e-12);
    assertEquals(0, none.wasserstein());
    assertEquals(0, none.jensenShannon());
    assertEquals(0, none.psi().orElseThrow());
    assertEquals(0, none.totalVariation());
  }

  @Property(tries = 300)
  void theDistancesStayInTheirRanges(
      @ForAll("groups") LevelCounts one, @ForAll("groups") LevelCounts two) {
    DistributionDrift drift = new DistributionDrift(one, two);

    assertTrue(drift.kolmogorovSmirnov() <= drift.totalVariation() + 1e-12);
    assertTrue(drift.totalVariation() <= 1 + 1e-12);
    assertTrue(drift.jensenShannon() <= Math.log(2) + 1e-12);
    assertTrue(drift.psiSmoothed() >= 0);
    assertTrue(drift.wasserstein() + 1e-12 >= Math.abs(drift.meanShift()));
    assertTrue(drift.wasserstein() <= 3);
  }

  @Property(tries = 200)
  void theWayOverAThirdIsNotShorter(
      @ForAll("groups") LevelCounts one,
      @ForAll("groups") LevelCounts two,
      @ForAll("groups") LevelCounts three) {
    double direct = Wasserstein.distance(one, three);
    double over = Wasserstein.distance(one, two) + Wasserstein.distance(two, three);
    assertTrue(direct <= over + 1e-12);
  }

  @Property(tries = 300)
  void chiSquareAgreesWithAnIndependentImplementation(
      @ForAll("groups") LevelCounts one, @ForAll("groups") LevelCounts two) {
    for (int level = 1; level <= 4; level++) {
      Assume.that(one.at(level) + two.at(level) > 0);
    }
    long[][] table = new long[2][4];
    for (int level = 1; level <= 4; level++) {
      table[0][level - 1] = one.at(level);
      table[1][level - 1] = two.at(level);
    }
    ChiSquare found = new DistributionDrift(one, two).chiSquare().orElseThrow();

    assertEquals(ChiSquareTest.withDefaults().statistic(table), found.statistic(), 1e-9);
    assertEquals(ChiSquareTest.withDefaults().test(table).getPValue(), found.p(), 1e-9);
    assertTrue(found.cramersV() <= 1 + 1e-12);
  }

  @Property(tries = 200)
  void inATableOfFourTheChiSquareIsTheSquareOfZ(
      @ForAll("groups") LevelCounts one, @ForAll("groups") LevelCounts two) {
    Selection a = one.atOrAbove(3);
    Selection b = two.atOrAbove(3);
    Optional<ChiSquare> found =
        ChiSquare.of(new long[][] {{a.selected(), a.others()}, {b.selected(), b.others()}});
    double z = PooledZ.of(a, b).z();

    assertEquals(z * z, found.map(ChiSquare::statistic).orElse(0.0), 1e-8);
  }

  @Example
  void aLevelThatIsNotUsedChangesNoTest() {
    DistributionDrift narrow =
        new DistributionDrift(LevelCounts.of(5, 9, 3), LevelCounts.of(3, 8, 9));
    DistributionDrift wide =
        new DistributionDrift(LevelCounts.of(0, 5, 0, 9, 3), LevelCounts.of(0, 3, 0, 8, 9));

    assertEquals(narrow.chiSquare(), wide.chiSquare());
    assertEquals(narrow.psi(), wide.psi());
    assertEquals(narrow.psiCritical(), wide.psiCritical());
  }

  @Example
  void aLevelThatOnlyOneCycleUsesHasNoPsiButASmoothedOne() {
    DistributionDrift drift =
        new DistributionDrift(LevelCounts.of(0, 9, 3), LevelCounts.of(3, 8, 9));

    assertTrue(drift.psi().isEmpty());
    assertTrue(Double.isFinite(drift.psiSmoothed()));
    assertTrue(
        new DistributionDrift(LevelCounts.of(3, 9, 0), LevelCounts.of(3, 8, 9)).psi().isEmpty());
  }

  /** (1/20 + 1/30) times 3.841459, the 95 % quantile of χ² with one degree of freedom. */
  @Example
  void twoLevelsInUseAreEnoughForTheCriticalIndex() {
    DistributionDrift drift =
        new DistributionDrift(LevelCounts.of(0, 5, 15), LevelCounts.of(0, 10, 20));

    assertEquals(3.841459 / 12, drift.psiCritical().orElseThrow(), 1e-6);
  }

  @Example
  void rowsThatEachUseAColumnOfTheirOwnAreFullyAssociated() {
    ChiSquare found = ChiSquare.of(new long[][] {{5, 0, 0}, {0, 7, 0}, {0, 0, 9}}).orElseThrow();

    assertEquals(1, found.cramersV(), 1e-12);
    assertEquals(42, found.statistic(), 1e-9);
    assertEquals(4, found.degreesOfFreedom());
  }

  @Example
  void whereAllAreRatedTheSameThereIsNoTest() {
    DistributionDrift drift = new DistributionDrift(LevelCounts.of(0, 9), LevelCounts.of(0, 3));

    assertTrue(drift.chiSquare().isEmpty());
    assertTrue(drift.mannWhitney().isEmpty());
    assertTrue(drift.psiCritical().isEmpty());
    assertEquals(0, drift.wasserstein());
  }

  @Example
  void nobodyHasNoDistribution() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new DistributionDrift(LevelCounts.of(0, 0), LevelCounts.of(1, 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Wasserstein.distance(Map.of(1.0, 0L), Map.of(1.0, 1L)));
    assertThrows(IllegalArgumentException.class, () -> ChiSquare.of(new long[][] {{1, 2}, {3}}));
  }

  @Example
  void aMillionPeopleDoNotOverflow() {
    LevelCounts before = LevelCounts.of(100_000, 300_000, 400_000, 200_000);
    LevelCounts after = LevelCounts.of(50_000, 250_000, 450_000, 250_000);
    DistributionDrift drift = new DistributionDrift(before, after);

    assertEquals(.2, drift.meanShift(), 1e-12);
    assertEquals(.2, drift.wasserstein(), 1e-12);
    assertTrue(drift.chiSquare().orElseThrow().p() < 1e-12);
  }
}
