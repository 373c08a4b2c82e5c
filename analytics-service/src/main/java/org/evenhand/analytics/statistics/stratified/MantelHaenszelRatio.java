package org.evenhand.analytics.statistics.stratified;

import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.statistics.Gaussian;
import org.evenhand.analytics.statistics.Interval;

/**
 * The Mantel-Haenszel ratio of two selection rates: the impact ratio among people in the same
 * stratum.
 *
 * <p>Σ(x_f n_r / N) / Σ(x_r n_f / N), with the log interval of Greenland and Robins, which stays
 * sound for a few large strata and for many small ones. In a single stratum it is the plain ratio
 * with Katz's interval. A stratum without one of the groups adds nothing. Source: S. Greenland and
 * J. M. Robins, Biometrics 41 (1985).
 *
 * @param value above 0
 * @param interval of it
 */
public record MantelHaenszelRatio(double value, Interval interval) {

  /** Computes the ratio; empty when in no shared stratum anybody of one group is selected. */
  public static Optional<MantelHaenszelRatio> of(List<SelectionStratum> strata, double confidence) {
    double up = 0;
    double down = 0;
    double scatter = 0;
    for (SelectionStratum stratum : strata) {
      if (!stratum.isShared()) {
        continue;
      }
      double n = stratum.people();
      double focal = stratum.focal().people();
      double reference = stratum.reference().people();
      double x = stratum.focal().selected();
      double y = stratum.reference().selected();
      up += x * reference / n;
      down += y * focal / n;
      scatter += (stratum.selected() * (focal / n) * (reference / n)) - x / n * y;
    }
    if (up == 0 || down == 0) {
      return Optional.empty();
    }
    double ratio = up / down;
    // Where everybody is selected nothing varies; rounding must not make a root of less than 0.
    double error = Math.sqrt(Math.max(0, scatter) / (up * down));
    double factor = Math.exp(Gaussian.halfWidth(confidence) * error);
    return Optional.of(
        new MantelHaenszelRatio(ratio, new Interval(ratio / factor, ratio * factor, confidence)));
  }
}
