package org.evenhand.bench.simulation;

import java.util.Locale;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.Proportions;
import org.evenhand.analytics.statistics.Selection;

/** Shares in percent, and whether the false ones stay within the claim. */
final class Lines {
  /** How many standard errors of the simulation itself a share may lie above its claim. */
  private static final double CHANCE = 2;

  private static final String TOO_FEW = "too few to tell";

  private Lines() {}

  static String percent(double share) {
    return String.format(Locale.ROOT, "%5.1f %%", 100 * share);
  }

  /**
   * The same without allowance: Wilson's interval of 95 % of what was seen lies all below the
   * claim, or all above it, or the runs are too few to tell, as they are where none at all would
   * not hold.
   */
  static String told(double share, double claimed, int runs) {
    if (runs == 0 || Proportions.wilson(new Selection(0, runs), Interval.USUAL).high() > claimed) {
      return TOO_FEW;
    }
    Interval seen =
        Proportions.wilson(new Selection(Math.round(share * runs), runs), Interval.USUAL);
    if (seen.high() <= claimed) {
      return "held";
    }
    return seen.low() > claimed ? "NOT HELD" : TOO_FEW;
  }

  static String held(double share, double claimed, double runs) {
    double error = Math.sqrt(claimed * (1 - claimed) / runs);
    return share <= claimed + CHANCE * error ? "held" : "NOT HELD";
  }
}
