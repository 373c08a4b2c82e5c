package org.evenhand.analytics.statistics.raters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.Size;
import org.junit.jupiter.api.Test;

class BlindSeverityTest {

  /** Differences 1, 0, .5, -.5, .5, 0, .5, 1, .5, .5: their sum is 4, their scatter 1.9. */
  private static final List<BlindSample> TEN =
      List.of(
          sample(4, 3, 3),
          sample(3, 3, 3),
          sample(5, 4, 5),
          sample(2, 2, 3),
          sample(4, 3, 4),
          sample(3, 3, 3),
          sample(4, 3, 4),
          sample(5, 4, 4),
          sample(3, 2, 3),
          sample(4, 4, 3));

  @Test
  void ten_samples_worked_by_hand() {
    BlindSeverity found = BlindSeverity.of(TEN).orElseThrow();
    assertEquals(10, found.samples());
    assertEquals(.4, found.difference(), 1e-12);
    assertEquals(Math.sqrt(1.9 / 9 / 10), found.error(), 1e-12);
    // t of 9 degrees of freedom at .975 is 2.262157 in every table.
    Interval interval = found.interval(.95);
    assertEquals(.4 - 2.262157 * found.error(), interval.low(), 1e-6);
    assertEquals(.4 + 2.262157 * found.error(), interval.high(), 1e-6);
    assertEquals(Size.NOTE, found.size());
    assertEquals(Size.NONE, found.level(), "P of more than .25 is .84");
  }

  @Test
  void differences_that_are_all_the_same_are_not_certain() {
    List<BlindSample> alike = new ArrayList<>(Collections.nCopies(5, sample(4, 3, 3)));
    alike.addAll(Collections.nCopies(5, sample(3, 2, 2)));
    BlindSeverity found = BlindSeverity.of(alike).orElseThrow();
    assertEquals(1, found.difference());
    assertEquals(Math.sqrt(1.5 / 12 / 10), found.error(), 1e-12);
    assertEquals(Size.CRITICAL, found.level());
    assertTrue(found.interval(.95).low() < .75);
  }

  /** Scores are a common impression and a rater's own, rounded to five levels. */
  @Test
  void of_ten_samples_the_interval_holds_the_truth_as_often_as_it_says() {
    for (double doubt : new double[] {.2, .6, 1}) {
      Random random = new Random(20261125);
      double truth = drawn(random, doubt, 200_000).difference();
      int held = 0;
      for (int draw = 0; draw < 4_000; draw++) {
        held += drawn(random, doubt, 10).interval(.95).contains(truth) ? 1 : 0;
      }
      assertTrue(held >= 3_760, "of 4,000 with a doubt of " + doubt + ": " + held);
    }
  }

  private static BlindSeverity drawn(Random random, double doubt, int samples) {
    List<BlindSample> drawn = new ArrayList<>();
    for (int sample = 0; sample < samples; sample++) {
      double common = 3 + .8 * random.nextGaussian();
      drawn.add(
          sample(
              level(common + .5 + doubt * random.nextGaussian()),
              level(common + doubt * random.nextGaussian()),
              level(common - .2 + doubt * random.nextGaussian())));
    }
    return BlindSeverity.of(drawn).orElseThrow();
  }

  private static int level(double impression) {
    return (int) Math.max(1, Math.min(5, Math.round(impression)));
  }

  @Test
  void nine_samples_or_one_say_nothing() {
    assertEquals(Optional.empty(), BlindSeverity.of(TEN.subList(0, 9)));
    assertEquals(Optional.empty(), BlindSeverity.of(TEN.subList(0, 1)));
    assertEquals(Optional.empty(), BlindSeverity.of(List.of()));
  }

  @Test
  void a_sample_of_two_raters_is_passed_over() {
    List<BlindSample> more = new ArrayList<>(TEN);
    more.add(sample(5, 1));
    more.add(new BlindSample(5, List.of()));
    assertEquals(BlindSeverity.of(TEN), BlindSeverity.of(more));
    assertEquals(Optional.empty(), BlindSeverity.of(more.subList(1, more.size())));
  }

  @Test
  void others_who_gave_one_level_throughout_would_be_told_by_their_mean() {
    assertEquals(Optional.empty(), BlindSeverity.of(Collections.nCopies(12, sample(4, 5, 5))));
  }

  @Test
  void an_ordinal_below_one_is_none() {
    assertThrows(IllegalArgumentException.class, () -> sample(0, 1, 2));
    assertThrows(IllegalArgumentException.class, () -> sample(1, 0, 2));
  }

  private static BlindSample sample(int own, Integer... others) {
    return new BlindSample(own, List.of(others));
  }
}
