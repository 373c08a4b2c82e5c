package org.evenhand.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StandardisedMeansTest {

  private static final Moments LOW = Moments.of(LevelCounts.of(10, 10, 10));
  private static final Moments HIGH = Moments.of(LevelCounts.of(0, 10, 20));

  @Test
  void a_mean_is_measured_in_standard_errors_of_its_own_number_of_people() {
    StandardisedMeans found = StandardisedMeans.of(List.of(LOW, LOW, HIGH), 2).orElseThrow();

    assertEquals(2, found.mean(), 1e-12);
    // Within: 40 squared points over 58 degrees of freedom.
    assertEquals(Math.sqrt(40 / 58.0), found.deviation(), 1e-12);
    assertEquals(1, found.overDispersion());
    assertEquals((2.0 / 3) / (Math.sqrt(40 / 58.0) / Math.sqrt(30)), found.z().get(2), 1e-12);
    assertEquals(HIGH.mean(), found.meanAt(found.z().get(2), 30), 1e-12);
  }

  @Test
  void a_baseline_that_differs_by_more_than_chance_widens_the_unit() {
    StandardisedMeans found = StandardisedMeans.of(List.of(LOW, HIGH, LOW, HIGH), 4).orElseThrow();

    assertTrue(found.overDispersion() > 1);
    double ranges = 0;
    for (int i = 1; i < 4; i++) {
      ranges += Math.abs(found.z().get(i) - found.z().get(i - 1));
    }
    // In the widened unit the baseline differs as chance would have it.
    assertEquals(1, ranges / 3 / 1.128, 1e-12);
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
