package org.evenhand.analytics.statistics.tests;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much of α may be spent up to a share t of the ratings: nothing at 0, all of it at 1.
 *
 * <p>Source: K. K. G. Lan and D. L. DeMets, Biometrika 70 (1983).
 */
public enum SpendingFunction {
  /**
   * α*(t) = 4(1 − Φ(z_{α/4}/√t)): next to nothing early, so that the last bound is nearly z_{α/2}.
   */
  OBRIEN_FLEMING {
    @Override
    double of(double alpha, double share) {
      double z = NORMAL.inverseSurvivalProbability(alpha / 4);
      return 4 * NORMAL.survivalProbability(z / Math.sqrt(share));
    }
  },
  /**
   * α*(t) = α ln(1 + (e − 1)t): about the same bound at every look, of which the last is higher.
   */
  POCOCK {
    @Override
    double of(double alpha, double share) {
      return alpha * Math.log(1 + (Math.E - 1) * share);
    }
  };

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  abstract double of(double alpha, double share);

  /**
   * What may be spent.
   *
   * @param alpha two-sided, for example .05
   * @param share t, above 0 and at most 1
   */
  public double spent(double alpha, double share) {
    return Math.min(alpha, of(alpha, share));
  }
}
