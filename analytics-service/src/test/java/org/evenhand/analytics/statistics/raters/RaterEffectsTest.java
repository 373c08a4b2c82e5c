package org.evenhand.analytics.statistics.raters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Moments;
import org.junit.jupiter.api.Test;

class RaterEffectsTest {
  private static final LevelCounts PEERS = LevelCounts.of(50, 200, 900, 600, 250);

  @Test
  void theFewerPeopleTheCloserToTheRest() {
    OneWayEffects found =
        OneWayEffects.of(
                Map.of(
                    "few", Moments.of(5, 5, 4),
                    "many", Moments.of(LevelCounts.of(0, 0, 0, 10, 20)),
                    "strict", Moments.of(LevelCounts.of(10, 10, 10, 0, 0)),
                    "usual", Moments.of(LevelCounts.of(1, 5, 20, 5, 1))))
            .orElseThrow();
    OneWayEffects.Effect few = found.effects().get("few");
    OneWayEffects.Effect many = found.effects().get("many");

    assertEquals(few.raw(), many.raw(), 1e-12);
    assertTrue(few.reliability() < many.reliability());
    assertTrue(Math.abs(few.shrunken()) < Math.abs(many.shrunken()));
    assertTrue(found.effects().get("strict").shrunken() < 0);
  }

  @Test
  void theMeanWeighsEachGroupByHowSurelyItIsKnown() {
    OneWayEffects found =
        OneWayEffects.of(
                Map.of(
                    "few", Moments.of(1, 3),
                    "some", Moments.of(2, 4, 4, 5),
                    "many", Moments.of(LevelCounts.of(0, 2, 5, 9, 9))))
            .orElseThrow();
    double tau = found.betweenVariance();
    double sigma = found.withinMeanSquare();

    assertTrue(tau > 0);
    double balance =
        found.effects().get("few").raw() / (tau + sigma / 2)
            + found.effects().get("some").raw() / (tau + sigma / 4)
            + found.effects().get("many").raw() / (tau + sigma / 25);
    assertEquals(0, balance, 1e-12);
  }

  @Test
  void groupsThatDifferByChanceAloneAllShrinkToNothing() {
    OneWayEffects found =
        OneWayEffects.of(
                Map.of(
                    "a", Moments.of(1, 3, 5), "b", Moments.of(5, 3, 1), "c", Moments.of(2, 3, 4)))
            .orElseThrow();

    assertEquals(0, found.betweenVariance());
    assertEquals(0, found.intraclass());
    found.effects().values().forEach(effect -> assertEquals(0, effect.shrunken(), 1e-12));
  }

  @Test
  void theVarianceBetweenGroupsOfDifferentSizeIsEstimatedWithoutBias() {
    Random random = new Random(11);
    double sum = 0;
    int runs = 400;
    for (int run = 0; run < runs; run++) {
      Map<String, Moments> groups = new TreeMap<>();
      for (int group = 0; group < 30; group++) {
        double effect = 30 * random.nextGaussian();
        long[] values = new long[3 + group];
        for (int i = 0; i < values.length; i++) {
          values[i] = Math.round(500 + effect + 40 * random.nextGaussian());
        }
        groups.put("g" + group, Moments.of(values));
      }
      sum += OneWayEffects.of(groups).orElseThrow().betweenVariance();
    }
    assertEquals(900, sum / runs, 45);
  }

  @Test
  void whereGroupsDifferMuchEachCountsAsOneHoweverManyItHas() {
    OneWayEffects found =
        OneWayEffects.of(
                Map.of(
                    "few", Moments.of(0, 2),
                    "many", Moments.of(LevelCounts.of(50, 50)),
                    "far", Moments.of(9_999, 10_001)))
            .orElseThrow();

    assertEquals((1 + 1.5 + 10_000) / 3, found.mean(), .01);
  }

  /** The published one-way layout of six batches with five samples each. */
  @Test
  void theVarianceIsAboveItsLowerLimitWithNineInTen() {
    Map<String, Moments> batches =
        Map.of(
            "A", Moments.of(1545, 1440, 1440, 1520, 1580),
            "B", Moments.of(1540, 1555, 1490, 1560, 1495),
            "C", Moments.of(1595, 1550, 1605, 1510, 1560),
            "D", Moments.of(1445, 1440, 1595, 1465, 1545),
            "E", Moments.of(1595, 1630, 1515, 1635, 1625),
            "F", Moments.of(1520, 1455, 1450, 1480, 1445));
    OneWayEffects found = OneWayEffects.of(batches).orElseThrow();

    // F(.9; 5, 24) is 2.1030 in printed tables.
    assertEquals(
        (11271.5 / 2.1030 - 2451.25) / 5,
        found.leastBetweenVariance(),
        found.betweenVariance() / 1e4);
  }

  @Test
  void theLimitIsKeptInNineOfTenSamplesAndNoughtInNineOfTenWithoutDifferences() {
    Random random = new Random(5);
    int runs = 4_000;
    int kept = 0;
    int nought = 0;
    for (int run = 0; run < runs; run++) {
      kept += sample(random, 20).leastBetweenVariance() <= 400 ? 1 : 0;
      nought += sample(random, 0).leastBetweenVariance() == 0 ? 1 : 0;
    }
    assertEquals(.9, kept / (double) runs, .015);
    assertEquals(.9, nought / (double) runs, .015);
  }

  private static OneWayEffects sample(Random random, double spread) {
    Map<String, Moments> groups = new TreeMap<>();
    for (int group = 0; group < 6; group++) {
      double mean = 500 + spread * random.nextGaussian();
      long[] values = new long[25];
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.round(mean + 40 * random.nextGaussian());
      }
      groups.put("g" + group, Moments.of(values));
    }
    return OneWayEffects.of(groups).orElseThrow();
  }

  @Test
  void twoGroupsAndTwoPeopleInOneOfThemAreTheLeast() {
    OneWayEffects found =
        OneWayEffects.of(Map.of("a", Moments.of(1, 2), "b", Moments.of(5))).orElseThrow();

    assertEquals(.5, found.withinMeanSquare(), 1e-12);
    assertEquals(3.5 * 3.5 * 2 / 3, found.betweenMeanSquare(), 1e-12);
    assertEquals((3.5 * 3.5 * 2 / 3 - .5) / (3 - 5 / 3.0), found.betweenVariance(), 1e-12);
  }

  @Test
  void twoRatingsAreTheLeastForAWidthAndTwoPeersForABaseline() {
    RaterProfile profile =
        RaterProfile.of(LevelCounts.of(1, 0, 1), LevelCounts.of(0, 1, 1), .1).orElseThrow();

    assertEquals(2, profile.deviationRatio().orElseThrow(), 1e-12);
    assertTrue(RaterProfile.of(LevelCounts.of(1, 0, 1), LevelCounts.of(0, 1, 0), .1).isEmpty());
    assertTrue(RaterProfile.of(LevelCounts.of(1, 0, 1), LevelCounts.of(0, 0, 0), .1).isEmpty());
  }

  @Test
  void withoutChanceThereIsNothingToTakeOut() {
    assertTrue(OneWayEffects.of(Map.of("a", Moments.of(1, 2))).isEmpty());
    assertTrue(OneWayEffects.of(Map.of("a", Moments.of(3, 3), "b", Moments.of(4, 4))).isEmpty());
    assertTrue(OneWayEffects.of(Map.of("a", Moments.of(3), "b", Moments.of(4))).isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> OneWayEffects.of(Map.of("a", new Moments(0, 0, 0), "b", Moments.of(4, 5))));
  }

  @Test
  void momentsOfCountsAreThoseOfThePeople() {
    assertEquals(Moments.of(1, 1, 3, 3, 3), Moments.of(LevelCounts.of(2, 0, 3)));
    assertEquals(0, Moments.of(LevelCounts.of(0, 0, 1_000_000)).variance());
    assertEquals(1.2, Moments.of(1, 1, 3, 3, 3).variance(), 1e-12);
    assertEquals(.5, Moments.of(3, 4).variance());
    assertThrows(IllegalStateException.class, () -> Moments.of(3).variance());
    assertThrows(IllegalStateException.class, () -> Moments.of().mean());
  }

  @Test
  void aManagerWhoRatesLikeThePeersHasNoEffect() {
    RaterProfile profile =
        RaterProfile.of(LevelCounts.of(5, 20, 90, 60, 25), PEERS, .09).orElseThrow();

    assertEquals(0, profile.shrunkenEffect(), 1e-12);
    assertEquals(0, profile.z(), 1e-12);
    assertEquals(1, profile.deviationRatio().orElseThrow(), .01);
    assertEquals(profile.baselineMiddleShare(), profile.middleShare(), 1e-12);
  }

  @Test
  void ifManagersDoNotDifferNobodyDoes() {
    RaterProfile profile = RaterProfile.of(LevelCounts.of(0, 0, 0, 0, 9), PEERS, 0).orElseThrow();

    assertEquals(0, profile.reliability());
    assertEquals(0, profile.shrunkenEffect());
    assertTrue(profile.rawEffect() > 1);
  }

  @Test
  void anEvenScaleHasTwoMiddleLevels() {
    RaterProfile profile =
        RaterProfile.of(LevelCounts.of(1, 2, 3, 4), LevelCounts.of(4, 3, 2, 1), .1).orElseThrow();

    assertEquals(.5, profile.middleShare());
    assertEquals(.5, profile.baselineMiddleShare());
  }

  @Test
  void whereThereIsNothingToCompareThereIsNoProfile() {
    assertTrue(RaterProfile.of(LevelCounts.of(0, 0, 0, 0, 0), PEERS, .1).isEmpty());
    assertTrue(RaterProfile.of(LevelCounts.of(0, 2, 0), LevelCounts.of(0, 9, 0), .1).isEmpty());
    assertTrue(
        RaterProfile.of(LevelCounts.of(0, 0, 1, 0, 0), PEERS, .1)
            .orElseThrow()
            .deviationRatio()
            .isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> RaterProfile.of(LevelCounts.of(1, 2), LevelCounts.of(1, 2), -1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            RaterProfile.of(LevelCounts.of(1, 2), LevelCounts.of(1, 2), Double.POSITIVE_INFINITY));
  }
}
