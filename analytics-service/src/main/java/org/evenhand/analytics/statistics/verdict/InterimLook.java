package org.evenhand.analytics.statistics.verdict;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenhand.analytics.statistics.tests.AlphaSpending;

/**
 * A look at a test before all ratings are in, at any moment and as often as one likes.
 *
 * <p>Who looks when somebody asks can't count the looks, as {@link AlphaSpending} must. The bound
 * here is the limit of its O'Brien-Fleming bounds for looks without end: |z| &gt; z_{α/4}/√t. A
 * Brownian path that is watched all the time crosses it up to t with a probability of at most α*(t)
 * = 4(1 − Φ(z_{α/4}/√t)), by reflection, which is the spending function itself. So the chance that
 * any look before the end finds a difference where there is none stays below α. The test at the end
 * is not corrected for them, as it decides and they don't: that one or the other errs has a chance
 * of about .06 at an α of .05. The ratings that are in have to be a fair share of all; units that
 * come in one after the other are none. Sources: K. K. G. Lan and D. L. DeMets, Biometrika 70
 * (1983); P. C. O'Brien and T. R. Fleming, Biometrics 35 (1979).
 *
 * @param share t, of the ratings that are in; above 0 and at most 1
 */
public record InterimLook(double share) {
  /** All ratings are in: the one test that this was about. */
  public static final InterimLook FINAL = new InterimLook(1);

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public InterimLook {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("A look at " + share + " of the ratings");
    }
  }

  /** Whether all ratings are in, so that nothing is corrected. */
  public boolean isFinal() {
    return share == 1;
  }

  /** What |z| has to pass at this look; at the end, that of a single test. */
  public double bound(double alpha) {
    return isFinal()
        ? NORMAL.inverseSurvivalProbability(alpha / 2)
        : NORMAL.inverseSurvivalProbability(alpha / 4) / Math.sqrt(share);
  }

  /**
   * The p of a test as one that was looked at before: the least α of which its |z| passes the
   * bound, 4(1 − Φ(|z|√t)), at most 1. At the end it is p.
   *
   * @param p two-sided, from 0 to 1, of the ratings that are in
   */
  public double p(double p) {
    if (isFinal()) {
      return p;
    }
    double z = NORMAL.inverseSurvivalProbability(p / 2);
    return Math.min(1, 4 * NORMAL.survivalProbability(z * Math.sqrt(share)));
  }
}
