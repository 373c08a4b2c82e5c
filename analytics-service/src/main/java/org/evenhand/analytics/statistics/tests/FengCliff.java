package org.evenhand.analytics.statistics.tests;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evenhand.analytics.statistics.Dominance;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * Cliff's unbiased variance of delta and the asymmetric interval of Feng and Cliff, from counts.
 *
 * <p>Kept beside {@link BrunnerMunzel}, whose interval the verdicts use, because published work on
 * ratings reports this one. Sources: N. Cliff, <em>Ordinal Methods for Behavioral Data
 * Analysis</em> (1996), chapter 5; K. Hogarty and J. Kromrey (1999); D. Feng and N. Cliff, Journal
 * of Modern Applied Statistical Methods 3 (2004).
 *
 * @param delta Cliff's delta
 * @param variance unbiased, above 0
 * @param interval of delta, inside −1..1
 */
public record FengCliff(double delta, double variance, Interval interval) {

  /**
   * Computes the interval with Student's t on n₁ + n₂ − 2 degrees of freedom.
   *
   * <p>Empty with fewer than two people in a group, and where the unbiased estimate is not
   * positive: with the groups wholly apart, and now and then when they nearly are.
   */
  public static Optional<FengCliff> of(
      LevelCounts focal, LevelCounts reference, double confidence) {
    double m = focal.people();
    double n = reference.people();
    if (m < 2 || n < 2) {
      return Optional.empty();
    }
    Dominance dominance = Dominance.of(focal, reference);
    double delta = dominance.delta();
    double rows = squares(focal, reference.placements(), delta);
    double columns = squares(reference, focal.placements(), -delta);
    double total = dominance.wins() + dominance.losses() - dominance.pairs() * delta * delta;
    double variance = (n * n * rows + m * m * columns - total) / (m * n * (m - 1) * (n - 1));
    if (!(variance > 0) || dominance.pairs() == Math.abs(dominance.surplus())) {
      return Optional.empty();
    }
    double t = TDistribution.of(m + n - 2).inverseSurvivalProbability((1 - confidence) / 2);
    double apart = 1 - delta * delta;
    double spread = t * t * variance;
    double half = t * Math.sqrt(variance * (apart * apart + spread));
    return Optional.of(
        new FengCliff(
            delta,
            variance,
            new Interval(
                (delta * apart - half) / (apart + spread),
                (delta * apart + half) / (apart + spread),
                confidence)));
  }

  /** Σ (dᵢ − d)² over the people of a group, dᵢ being a person's own delta against the others. */
  private static double squares(LevelCounts group, double[] placements, double delta) {
    double sum = 0;
    for (int level = 1; level <= group.levels(); level++) {
      double own = 2 * placements[level - 1] - 1;
      sum += group.at(level) * (own - delta) * (own - delta);
    }
    return sum;
  }
}
