package org.evenhand.analytics.statistics.stratified;

import java.util.List;

/**
 * The Mantel-Fleiss criterion: are the strata, taken together, large enough for the chi-square
 * distribution of the Cochran-Mantel-Haenszel test?
 *
 * <p>The expected number of selected people in the focal group has to lie at least 5 above the
 * least and 5 below the greatest number that the margins allow. It is the sum that counts: many
 * strata of a few people each will do. Source: N. Mantel and J. L. Fleiss, American Journal of
 * Epidemiology 112 (1980).
 */
public final class MantelFleiss {
  private static final double LEAST = 5;

  private MantelFleiss() {}

  /** Whether the test may be used; not without a stratum. */
  public static boolean holds(List<SelectionStratum> strata) {
    double down = 0;
    double up = 0;
    for (SelectionStratum stratum : strata) {
      if (stratum.isShared()) {
        long selected = stratum.selected();
        long focal = stratum.focal().people();
        double expected = (double) focal / stratum.people() * selected;
        down += expected - Math.max(0, selected - stratum.reference().people());
        up += Math.min(selected, focal) - expected;
      }
    }
    return Math.min(down, up) >= LEAST;
  }
}
