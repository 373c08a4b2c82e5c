package org.evenhand.analytics.statistics.verdict;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenhand.analytics.statistics.tests.AlphaSpending;

/**
 * A look at a test at one of the planned moments of a cycle, which is before its end as long as not
 * all ratings are in.
 *
 * <p>The looks are planned: one when calibration begins, of the ratings that are in by then, and
 * one when sharing is proposed, the formal test. A closed cycle is reported and not tested anew.
 * How many ratings are in at the first isn't planned; Lan and DeMets need neither the number nor
 * the times of looks beforehand, but the information fraction t of each, and that when one looks
 * doesn't depend on what is seen.
 *
 * <p>The bound of the early look is |z| &gt; z_{α/4}/√t, of O'Brien and Fleming's type. By
 * reflection a Brownian path that is watched all the time crosses it up to t with a probability of
 * at most α*(t) = 4(1 − Φ(z_{α/4}/√t)), which is their spending function. Watched once, at t, it
 * crosses with half of that, 2(1 − Φ(z_{α/4}/√t)); the bound of {@link AlphaSpending} for a single
 * first look spends all of α*(t) and so is a little lower. This one has the closed form, from which
 * a p follows, and keeps its promise for any number of looks. The formal test isn't corrected for
 * the early one, because it decides and the other doesn't: that one or the other errs has a chance
 * of at most .052 at an α of .05. The ratings that are in have to be a fair share of all; units
 * that come in one after the other are none. Sources: K. K. G. Lan and D. L. DeMets, Biometrika 70
 * (1983); P. C. O'Brien and T. R. Fleming, Biometrics 35 (1979).
 *
 * @param share t, the information fraction: of the ratings that are expected, how many are in;
 *     above 0 and at most 1
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
