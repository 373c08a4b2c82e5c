package org.evenhand.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenhand.analytics.statistics.monitoring.Cusum;
import org.evenhand.analytics.statistics.monitoring.Ewma;
import org.evenhand.analytics.statistics.monitoring.PChart;
import org.evenhand.analytics.statistics.tests.AlphaSpending;
import org.evenhand.analytics.statistics.tests.SpendingFunction;
import org.evenhand.analytics.statistics.verdict.InterimLook;
import org.junit.jupiter.api.Test;

/** Series over time: CUSUM, EWMA, p-charts and looks in between. */
class SeriesTest {
  @Test
  void aCusumSeesAShiftDownAsItSeesOneUp() {
    Cusum cusum = Cusum.usual(10, 2);
    double[] up = {10, 9, 11, 13, 13, 14, 13, 14, 13, 13};
    double[] down = Arrays.stream(up).map(x -> 20 - x).toArray();

    Cusum.Signal upper = cusum.firstSignal(up).orElseThrow();
    Cusum.Signal lower = cusum.firstSignal(down).orElseThrow();

    assertEquals(Cusum.Side.UPPER, upper.side());
    assertEquals(Cusum.Side.LOWER, lower.side());
    assertEquals(upper.point(), lower.point());
    assertEquals(upper.changedAfter(), lower.changedAfter());
    assertEquals(upper.shiftedMean() - 10, 10 - lower.shiftedMean(), 1e-12);
  }

  @Test
  void aSeriesOnTargetGivesNoSignal() {
    assertTrue(Cusum.usual(3, .8).firstSignal(3, 3.2, 2.9, 3.1, 2.8, 3).isEmpty());
    assertTrue(Cusum.usual(3, .8).firstSignal().isEmpty());
  }

  @Test
  void theSumsGoOnFromWhereTheyStopped() {
    Cusum cusum = Cusum.usual(0, 1);
    Cusum.Sums atOnce = cusum.sums(1, 2, -1, 3).get(3);
    Cusum.Sums later = cusum.next(cusum.sums(1, 2, -1).get(2), 3);

    assertEquals(atOnce, later);
  }

  @Test
  void anEwmaOfWeightOneIsTheSeriesItself() {
    List<Ewma.Point> chart = new Ewma(5, 1, 1, 3).chart(5, 9, 4);

    assertArrayEquals(new double[] {5, 9, 4}, chart.stream().mapToDouble(Ewma.Point::z).toArray());
    assertEquals(2, chart.get(0).low(), 1e-12);
    assertEquals(8, chart.get(2).high(), 1e-12);
    assertEquals(List.of(false, true, false), chart.stream().map(Ewma.Point::isSignal).toList());
  }

  @Test
  void aSumAtTheLimitIsNoSignalYet() {
    assertTrue(Cusum.usual(0, 1).firstSignal(5.5).isEmpty());
    assertTrue(Cusum.usual(0, 1).firstSignal(-5.5).isEmpty());
    assertEquals(1, Cusum.usual(0, 1).firstSignal(5.5625).orElseThrow().point());
    assertEquals(1, Cusum.usual(0, 1).firstSignal(-5.5625).orElseThrow().point());
  }

  @Test
  void anAverageAtItsLimitIsNoSignalYet() {
    List<Ewma.Point> chart = new Ewma(5, 1, 1, 3).chart(8, 2, 8.0625, 1.9375);

    assertEquals(
        List.of(false, false, true, true), chart.stream().map(Ewma.Point::isSignal).toList());
  }

  /** 3 √(.2/1.8 · (1 − .8²)) and 3 √(.2/1.8 · (1 − .8⁴)). */
  @Test
  void theLimitsOfAnEwmaWidenFromTheFirstPointOn() {
    List<Ewma.Point> chart = new Ewma(10, 2, .2, 3).chart(11, 12);

    assertEquals(10.2, chart.get(0).z(), 1e-12);
    assertEquals(10.56, chart.get(1).z(), 1e-12);
    assertEquals(10 + 2 * .6, chart.get(0).high(), 1e-9);
    assertEquals(10 - 2 * .768374908, chart.get(1).low(), 1e-9);
  }

  @Test
  void aShareAtItsLimitIsNotOut() {
    assertFalse(new PChart.Point(.25, .25, .5).isOut());
    assertFalse(new PChart.Point(.5, .25, .5).isOut());
    assertTrue(new PChart.Point(.2499, .25, .5).isOut());
    assertTrue(new PChart.Point(.5001, .25, .5).isOut());
  }

  @Test
  void laneysOverDispersionTakesEachSampleByItsOwnSize() {
    List<Selection> samples =
        List.of(new Selection(40, 100), new Selection(115, 200), new Selection(245, 500));
    double mean = .5;
    double[] z = {
      (.4 - mean) / Math.sqrt(.25 / 100),
      (.575 - mean) / Math.sqrt(.25 / 200),
      (.49 - mean) / Math.sqrt(.25 / 500)
    };
    double range = (Math.abs(z[1] - z[0]) + Math.abs(z[2] - z[1])) / 2;
    PChart chart = PChart.laney(samples);

    assertEquals(mean, chart.mean(), 1e-12);
    assertEquals(range / 1.128, chart.overDispersion(), 1e-12);
    assertEquals(
        mean + 3 * Math.sqrt(.25 / 500) * range / 1.128, chart.points().get(2).high(), 1e-12);
  }

  @Test
  void twoSamplesAreEnoughForAMovingRange() {
    PChart chart = PChart.laney(List.of(new Selection(10, 100), new Selection(50, 100)));

    assertTrue(chart.overDispersion() > 1);
  }

  @Test
  void designsThatMeanNothingAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Cusum.usual(3, 0));
    assertThrows(IllegalArgumentException.class, () -> new Cusum(3, 1, -.1, 5));
    assertThrows(IllegalArgumentException.class, () -> new Cusum(3, 1, .5, 0));
    assertEquals(0, new Cusum(3, 1, 0, 5).slack());
    assertThrows(IllegalArgumentException.class, () -> new Ewma(3, 1, 0, 3));
    assertThrows(IllegalArgumentException.class, () -> new Ewma(3, 0, .2, 3));
    assertThrows(IllegalArgumentException.class, () -> new Ewma(3, 1, .2, 0));
    assertThrows(IllegalArgumentException.class, () -> new Ewma(3, 1, 1.01, 3));
    assertThrows(IllegalArgumentException.class, () -> AlphaSpending.obrienFleming(0, 1));
    assertThrows(IllegalArgumentException.class, () -> AlphaSpending.obrienFleming(1, 1));
    assertThrows(IllegalArgumentException.class, () -> PChart.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> PChart.of(List.of(new Selection(0, 0))));
  }

  @Test
  void eachShareIsHeldAgainstTheLimitsOfItsOwnSize() {
    PChart chart =
        PChart.of(List.of(new Selection(20, 100), new Selection(4, 10), new Selection(160, 900)));

    PChart.Point few = chart.points().get(1);
    PChart.Point many = chart.points().get(2);
    assertTrue(few.high() - few.low() > many.high() - many.low());
    assertEquals(0, few.low());
    assertFalse(few.isOut());
  }

  @Test
  void laneysLimitsWidenWhenSharesVaryMoreThanABinomial() {
    Random random = new Random(1);
    List<Selection> samples =
        random.ints(40, 150, 450).mapToObj(selected -> new Selection(selected, 1000)).toList();
    PChart plain = PChart.of(samples);
    PChart laney = PChart.laney(samples);

    assertTrue(laney.overDispersion() > 4);
    assertTrue(plain.out().size() > 20);
    assertEquals(List.of(), laney.out());
  }

  @Test
  void whereNothingVariesLaneysChartIsThePlainOne() {
    List<Selection> none = Collections.nCopies(3, new Selection(0, 50));

    assertEquals(PChart.of(none), PChart.laney(none));
    assertEquals(1, PChart.laney(List.of(new Selection(3, 50))).overDispersion());
  }

  @Test
  void aBaselineTakesEightPointsThatExpectFiveEach() {
    Selection enough = new Selection(5, 50);

    assertTrue(PChart.of(Collections.nCopies(8, enough)).isBaseline());
    assertFalse(PChart.of(Collections.nCopies(7, enough)).isBaseline());
    assertFalse(PChart.of(Collections.nCopies(8, new Selection(4, 50))).isBaseline());
  }

  @Test
  void aBaselineExpectsFiveOthersTooSoThatItIsOneForThemAsWell() {
    assertTrue(PChart.of(Collections.nCopies(8, new Selection(45, 50))).isBaseline());
    assertFalse(PChart.of(Collections.nCopies(8, new Selection(46, 50))).isBaseline());
    assertFalse(PChart.of(Collections.nCopies(8, new Selection(50, 50))).isBaseline());
  }

  @Test
  void whereEveryPointIsOutThereIsNothingToReviseTo() {
    PChart apart = PChart.of(List.of(new Selection(0, 1000), new Selection(1000, 1000)));

    assertEquals(List.of(1, 2), apart.out());
    assertThrows(IllegalStateException.class, apart::revised);
  }

  @Test
  void aSingleLookAtTheEndCostsNothing() {
    AlphaSpending.Look look = AlphaSpending.obrienFleming(.05, 1).get(0);

    assertEquals(1.959964, look.bound(), 1e-5);
    assertEquals(.05, look.spent(), 1e-12);
  }

  @Test
  void theBoundsOfTwoAndOfThreeEqualLooksAreThePublishedOnes() {
    assertArrayEquals(new double[] {2.9626, 1.9686}, bounds(.5, 1), 2e-4);
    assertArrayEquals(new double[] {3.7103, 2.5114, 1.9930}, bounds(1 / 3.0, 2 / 3.0, 1), 2e-4);
  }

  @Test
  void aVeryEarlyLookSpendsNothingAndHarmsNothing() {
    double[] bounds = bounds(.0001, .5, 1);

    assertEquals(Double.POSITIVE_INFINITY, bounds[0]);
    assertEquals(2.9626, bounds[1], 2e-4);
    assertEquals(1.9686, bounds[2], 2e-4);
    assertEquals(1.9686, bounds(.00001, .5, 1)[2], 2e-4);
  }

  @Test
  void withoutADifferenceTheBoundsAreCrossedAsOftenAsPromised() {
    double[] times = {.3, .55, .8, 1};
    double[] bounds = bounds(times);
    Random random = new Random(7);
    int crossed = 0;
    int runs = 200_000;
    for (int run = 0; run < runs; run++) {
      double path = 0;
      double before = 0;
      for (int look = 0; look < times.length; look++) {
        path += Math.sqrt(times[look] - before) * random.nextGaussian();
        before = times[look];
        if (Math.abs(path) / Math.sqrt(before) > bounds[look]) {
          crossed++;
          break;
        }
      }
    }
    assertEquals(.05, crossed / (double) runs, .002);
  }

  @Test
  void pococksBoundsOfFiveEqualLooksAreThePublishedOnes() {
    double[] bounds =
        AlphaSpending.looks(SpendingFunction.POCOCK, .05, .2, .4, .6, .8, 1).stream()
            .mapToDouble(AlphaSpending.Look::bound)
            .toArray();

    assertArrayEquals(new double[] {2.438, 2.427, 2.410, 2.397, 2.386}, bounds, 1e-3);
  }

  @Test
  void bothFunctionsSpendAllAndNeverMore() {
    for (SpendingFunction spending : SpendingFunction.values()) {
      assertEquals(.05, spending.spent(.05, 1), 1e-12);
      double before = 0;
      for (double share = .01; share < 1; share += .01) {
        assertTrue(spending.spent(.05, share) >= before);
        before = spending.spent(.05, share);
      }
    }
    assertTrue(
        SpendingFunction.POCOCK.spent(.05, .3) > SpendingFunction.OBRIEN_FLEMING.spent(.05, .3));
  }

  @Test
  void aLookAtAnyMomentIsBoundedByTheLimitOfManyLooks() {
    double[] shares = IntStream.rangeClosed(1, 50).mapToDouble(i -> i / 50.0).toArray();
    double[] bounds = bounds(shares);
    for (int i = 10; i < 50; i++) {
      double limit = new InterimLook(shares[i - 1]).bound(.05);
      assertTrue(bounds[i - 1] <= limit);
      assertEquals(limit, bounds[i - 1], .25);
    }
    assertEquals(1.959964, InterimLook.FINAL.bound(.05), 1e-5);
  }

  @Test
  void lookingAllTheTimeErrsSeldomerThanPromisedAndBarelyOftenerWithTheTestAtTheEnd() {
    int steps = 200;
    double[] bounds =
        IntStream.rangeClosed(1, steps)
            .mapToDouble(step -> (double) step / steps)
            .map(share -> new InterimLook(share).bound(.05) * Math.sqrt(share))
            .toArray();
    Random random = new Random(20_261_125);
    int early = 0;
    int any = 0;
    int runs = 20_000;
    for (int run = 0; run < runs; run++) {
      double path = 0;
      int step = 0;
      do {
        path += random.nextGaussian() / Math.sqrt(steps);
        step++;
      } while (step < steps && Math.abs(path) <= bounds[step - 1]);
      early += step < steps ? 1 : 0;
      any += Math.abs(path) > bounds[step - 1] ? 1 : 0;
    }
    assertTrue(early < .05 * runs, early + " of " + runs);
    assertEquals(.06, (double) any / runs, .006);
  }

  /** Whether the look before the end errs, the test at the end, or both: over the path between. */
  @Test
  void onePlannedLookBeforeTheEndBarelyAddsToTheErrorsOfTheTest() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double end = InterimLook.FINAL.bound(.05);
    double most = 0;
    for (double share = .05; share < .999; share += .05) {
      double bound = new InterimLook(share).bound(.05);
      double drawn = Math.sqrt(share);
      double left = Math.sqrt(1 - share);
      double step = bound / 2000;
      double neither = 0;
      for (double z = -bound + step / 2; z < bound; z += step) {
        neither +=
            step
                * normal.density(z)
                * normal.probability((-end - drawn * z) / left, (end - drawn * z) / left);
      }
      most = Math.max(most, 1 - neither);
    }
    assertEquals(.0516, most, 1e-4);
  }

  @Test
  void anInterimPIsAsLargeAsTheAlphaWhoseBoundItReaches() {
    InterimLook look = new InterimLook(.4);
    double bound = look.bound(.05);

    assertEquals(.05, look.p(Gaussian.twoSided(bound)), 1e-9);
    assertEquals(1, look.p(1), 1e-12);
    assertEquals(0, look.p(0), 0);
    assertEquals(.03, InterimLook.FINAL.p(.03), 0);
    assertThrows(IllegalArgumentException.class, () -> new InterimLook(0));
    assertThrows(IllegalArgumentException.class, () -> new InterimLook(1.01));
  }

  /** Another look at almost the same ratings neither costs nor gives anything. */
  @Test
  void looksThatAlmostCoincideAreAlmostOne() {
    assertEquals(1.9686, bounds(.5, .501, 1)[2], 2e-4);
    assertEquals(1.9686, bounds(.5, .5001, 1)[2], 2e-4);
    assertEquals(1.9686, bounds(.5, .5001, .5002, .5003, 1)[4], 2e-4);
  }

  /** Nearer than that the integration would fall between its own steps: 1.87 in place of 1.97. */
  @Test
  void looksThatNothingTellsApartAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> bounds(.5, .500001, 1));
    assertThrows(IllegalArgumentException.class, () -> bounds(.5, .50009, 1));
  }

  @Test
  void looksComeInOrder() {
    assertThrows(IllegalArgumentException.class, () -> bounds(.5, .5));
    assertThrows(IllegalArgumentException.class, () -> bounds(.5, 1.1));
    assertThrows(IllegalArgumentException.class, () -> bounds(0, 1));
  }

  private static double[] bounds(double... shares) {
    return AlphaSpending.obrienFleming(.05, shares).stream()
        .mapToDouble(AlphaSpending.Look::bound)
        .toArray();
  }
}
