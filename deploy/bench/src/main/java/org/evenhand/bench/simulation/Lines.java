package org.evenhand.bench.simulation;

import java.util.Locale;

/** Shares in percent, and whether what is false keeps to what is claimed. */
final class Lines {
  /** How many standard errors of the simulation itself a share may lie above its claim. */
  private static final double CHANCE = 2;

  private Lines() {}

  static String percent(double share) {
    return String.format(Locale.ROOT, "%5.1f %%", 100 * share);
  }

  static String held(double share, double claimed, double runs) {
    double error = Math.sqrt(claimed * (1 - claimed) / runs);
    return share <= claimed + CHANCE * error ? "held" : "NOT HELD";
  }
}
