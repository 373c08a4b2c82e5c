package org.evenhand.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Set;
import org.evenhand.analytics.statistics.effects.ImpactRatio;
import org.evenhand.analytics.statistics.verdict.Verdict.Outcome;
import org.junit.jupiter.api.Test;

/** The levels that the metrics are read by, and who has to answer them. */
class MetricTest {
  @Test
  void aRatioReachesASizeBelowItsThreshold() {
    assertEquals(Size.NONE, Metric.IMPACT_RATIO.sizeOf(1.2));
    assertEquals(Size.NONE, Metric.IMPACT_RATIO.sizeOf(.9));
    assertEquals(Size.NOTE, Metric.IMPACT_RATIO.sizeOf(.8999));
    assertEquals(Size.NOTE, Metric.IMPACT_RATIO.sizeOf(.8));
    assertEquals(Size.WARN, Metric.IMPACT_RATIO.sizeOf(.7999));
    assertEquals(Size.WARN, Metric.IMPACT_RATIO.sizeOf(.67));
    assertEquals(Size.CRITICAL, Metric.IMPACT_RATIO.sizeOf(.6699));
    assertEquals(Size.CRITICAL, Metric.IMPACT_RATIO.sizeOf(0));
  }

  @Test
  void aDeltaReachesASizeAtItsThresholdInEitherDirection() {
    assertEquals(Size.NONE, Metric.CLIFFS_DELTA.sizeOf(0));
    assertEquals(Size.NONE, Metric.CLIFFS_DELTA.sizeOf(-.1099));
    assertEquals(Size.NOTE, Metric.CLIFFS_DELTA.sizeOf(.11));
    assertEquals(Size.NOTE, Metric.CLIFFS_DELTA.sizeOf(-.2799));
    assertEquals(Size.WARN, Metric.CLIFFS_DELTA.sizeOf(-.28));
    assertEquals(Size.WARN, Metric.CLIFFS_DELTA.sizeOf(.4299));
    assertEquals(Size.CRITICAL, Metric.CLIFFS_DELTA.sizeOf(.43));
    assertEquals(Size.CRITICAL, Metric.CLIFFS_DELTA.sizeOf(-1));
  }

  /** Counts are compared in integers, averages over strata as doubles: by the same levels. */
  @Test
  void countsReachTheSameSizes() {
    assertEquals(Size.NONE, ratio(90));
    assertEquals(Size.NOTE, ratio(89));
    assertEquals(Size.NOTE, ratio(80));
    assertEquals(Size.WARN, ratio(79));
    assertEquals(Size.WARN, ratio(67));
    assertEquals(Size.CRITICAL, ratio(66));
  }

  private static Size ratio(int hundredths) {
    return new ImpactRatio(new Selection(hundredths, 200), new Selection(100, 200)).size();
  }

  @Test
  void bothTakeTenPeopleInEachGroup() {
    for (Metric metric : Metric.values()) {
      assertEquals(10, metric.leastPeople());
      assertThrows(IllegalArgumentException.class, () -> metric.hundredths(Size.NONE));
    }
  }

  @Test
  void aWarningAndWhatIsWorseIsAnswered() {
    Set<Outcome> answered = EnumSet.noneOf(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      if (outcome.isAnswered()) {
        answered.add(outcome);
      }
    }
    assertEquals(EnumSet.of(Outcome.WARN, Outcome.CRITICAL), answered);
  }
}
