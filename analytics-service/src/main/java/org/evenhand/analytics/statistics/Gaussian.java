package org.evenhand.analytics.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The standard normal distribution, in the two forms that tests and intervals need. */
public final class Gaussian {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Gaussian() {}

  /** The half-width of a two-sided interval in standard errors: 1.96 for 0.95. */
  public static double halfWidth(double confidence) {
    return STANDARD.inverseSurvivalProbability((1 - confidence) / 2);
  }

  /** P(Z ≤ z). */
  public static double below(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  /** P(|Z| ≥ |z|), exact far into the tail. */
  public static double twoSided(double z) {
    return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
  }

  /** The standard normal value that is as far in the tail as a t, exact far into it. */
  public static double ofStudent(double t, double degreesOfFreedom) {
    double tail = TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
    return Math.copySign(STANDARD.inverseSurvivalProbability(tail), t);
  }

  /** The t that is as far in the tail as a standard normal value. */
  public static double toStudent(double z, double degreesOfFreedom) {
    double tail = STANDARD.survivalProbability(Math.abs(z));
    return Math.copySign(TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail), z);
  }
}
