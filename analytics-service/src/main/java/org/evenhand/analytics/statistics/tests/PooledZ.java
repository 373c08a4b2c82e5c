package org.evenhand.analytics.statistics.tests;

import org.evenhand.analytics.statistics.Gaussian;
import org.evenhand.analytics.statistics.Selection;

/**
 * The Z test of two rates with a pooled standard error and no continuity correction, two-sided.
 *
 * <p>z = (p₁ − p₂) / √(p(1−p)(1/n₁ + 1/n₂)). When everybody or nobody was selected in both groups
 * the rates are equal and there is nothing to test: z = 0, p = 1.
 *
 * @param z negative when the focal rate is the lower one
 * @param p between 0 and 1
 */
public record PooledZ(double z, double p) {
  /** Tests two groups, both with people. */
  public static PooledZ of(Selection focal, Selection reference) {
    double people = (double) focal.people() + reference.people();
    double pooled = ((double) focal.selected() + reference.selected()) / people;
    double difference = focal.rate() - reference.rate();
    double variance = pooled * (1 - pooled) * (1.0 / focal.people() + 1.0 / reference.people());
    if (variance == 0) {
      return new PooledZ(0, 1);
    }
    double z = difference / Math.sqrt(variance);
    return new PooledZ(z, Gaussian.twoSided(z));
  }
}
