package org.evenhand.analytics.statistics.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Moments;
import org.evenhand.analytics.statistics.Selection;
import org.junit.jupiter.api.Test;

class StandardisedMeansTest {

  private static final Moments LOW = Moments.of(LevelCounts.of(10, 10, 10));
  private static final Moments HIGH = Moments.of(LevelCounts.of(0, 10, 20));

  @Test
  void a_later_mean_is_measured_in_errors_of_a_prediction_from_all_before_it() {
    StandardisedMeans found = StandardisedMeans.of(List.of(LOW, LOW, HIGH, LOW), 2).orElseThrow();

    assertEquals(2, found.mean(), 1e-12);
    // Within: 40 squared points over 58 degrees of freedom.
    double deviation = Math.sqrt(40 / 58.0);
    assertEquals(deviation, found.deviation(), 1e-12);
    assertEquals(1, found.overDispersion());
    assertEquals(0, found.unrest());
    double first = (2.0 / 3) / (deviation * Math.sqrt(1 / 60.0 + 1 / 30.0));
    assertEquals(first, found.z().get(2), 1e-12);
    double second = (2 - (120 + 80) / 90.0) / (deviation * Math.sqrt(1 / 90.0 + 1 / 30.0));
    assertEquals(second, found.z().get(3), 1e-12);
  }

  @Test
  void a_baseline_that_differs_by_more_than_chance_makes_a_step_smaller() {
    Moments mean = Moments.of(LevelCounts.of(10, 20, 30));
    List<Moments> calm = List.of(mean, mean, mean, mean, HIGH);
    List<Moments> restless = List.of(LOW, HIGH, LOW, HIGH, HIGH);
    StandardisedMeans found = StandardisedMeans.of(restless, 4).orElseThrow();

    assertTrue(found.overDispersion() > 2);
    assertEquals(3, found.freedom());
    assertTrue(found.z().get(4) < 1);
    assertTrue(StandardisedMeans.of(calm, 4).orElseThrow().z().get(4) > 1.5);
    double squares = 0;
    for (double each : found.z().subList(0, 4)) {
      squares += each * each;
    }
    // In the widened unit the baseline differs as chance would have it.
    assertEquals(1, squares / 3, 1e-12);
  }

  @Test
  void the_mean_at_a_distance_is_the_one_that_would_have_it() {
    for (List<Moments> before :
        List.of(List.of(LOW, LOW, HIGH), List.of(LOW, HIGH, LOW, HIGH, LOW))) {
      StandardisedMeans found = StandardisedMeans.of(before, before.size()).orElseThrow();
      for (double z : new double[] {-3, -.5, 0, 1, 2.5}) {
        long sum = Math.round(found.meanAt(z, 1_000_000) * 1_000_000);
        List<Moments> after = new ArrayList<>(before);
        after.add(new Moments(1_000_000, sum, sum * 5));
        assertEquals(
            z,
            StandardisedMeans.of(after, before.size()).orElseThrow().z().get(before.size()),
            1e-4);
      }
    }
  }

  /** Held against a mean of eight cycles that is taken for certain, 7 % of them would signal. */
  @Test
  void a_series_without_drift_seldom_signals_though_its_target_is_known_roughly() {
    Random random = new Random(20_261_125);
    int series = 2_000;
    int signals = 0;
    for (int i = 0; i < series; i++) {
      List<Moments> groups = new ArrayList<>();
      for (int cycle = 0; cycle < 20; cycle++) {
        long sum = Math.round(10_000 * (3 + random.nextGaussian() / 100));
        groups.add(new Moments(10_000, sum, sum * sum / 10_000 + 10_000));
      }
      double[] later =
          StandardisedMeans.of(groups, 8).orElseThrow().z().stream()
              .skip(8)
              .mapToDouble(Double::doubleValue)
              .toArray();
      signals += Cusum.usual(0, 1).firstSignal(later).isPresent() ? 1 : 0;
    }
    assertTrue(signals < .015 * series, signals + " of " + series);
  }

  @Test
  void without_any_difference_within_the_cycles_there_is_nothing_to_measure_by() {
    Moments alike = Moments.of(LevelCounts.of(0, 20, 0));
    assertTrue(StandardisedMeans.of(List.of(alike, alike, HIGH), 2).isEmpty());
  }

  @Test
  void a_series_shorter_than_its_baseline_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> StandardisedMeans.of(List.of(LOW, LOW), 3));
    assertThrows(IllegalArgumentException.class, () -> StandardisedMeans.of(List.of(LOW), 1));
  }

  /** A known baseline without drift: one false alarm in 465 points, as the literature has it. */
  @Test
  void a_series_without_drift_gives_about_as_many_false_alarms_as_the_design_claims() {
    Random random = new Random(20_261_125);
    int points = 100_000;
    List<Double> z = new ArrayList<>(Collections.nCopies(points, 0.0));
    z.replaceAll(zero -> random.nextGaussian());
    Cusum cusum = Cusum.usual(0, 1);
    Cusum.Sums sums = Cusum.Sums.NONE;
    int alarms = 0;
    for (double each : z) {
      sums = cusum.next(sums, each);
      if (Math.max(sums.upper(), sums.lower()) > cusum.limit()) {
        alarms++;
        sums = Cusum.Sums.NONE;
      }
    }
    assertEquals(465, (double) points / alarms, 60);
  }

  @Test
  void a_chart_of_a_baseline_is_never_narrower_than_chance() {
    List<Selection> calm = Collections.nCopies(8, new Selection(20, 40));
    List<Selection> wild = new ArrayList<>(calm);
    for (int i = 0; i < 8; i += 2) {
      wild.set(i, new Selection(30, 40));
    }
    assertEquals(1, PChart.baseline(calm).overDispersion());
    assertTrue(PChart.baseline(wild).overDispersion() > 1);
    assertEquals(PChart.of(calm).points().get(0), PChart.baseline(calm).pointOf(calm.get(0)));
    assertTrue(PChart.baseline(calm).pointOf(new Selection(30, 40)).isOut());
  }
}
