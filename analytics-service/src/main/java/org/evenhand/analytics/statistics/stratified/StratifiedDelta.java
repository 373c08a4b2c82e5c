package org.evenhand.analytics.statistics.stratified;

import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.statistics.Gaussian;
import org.evenhand.analytics.statistics.Interval;

/**
 * Cliff's delta among people in the same stratum, as van Elteren's test weighs the strata.
 *
 * <p>Σ w δ / Σ w, w = n_f n_r / (N + 1), over the strata that both groups share; the numerator is
 * twice the surplus of {@link VanElteren} with midranks. The interval takes the test's variance, so
 * that it leaves 0 out exactly when the test is significant, and is cut at ±1. In a single stratum
 * the value is Cliff's delta. Sources: P. H. van Elteren (1960); A. Kawaguchi, G. G. Koch and X.
 * Wang, Statistics in Biopharmaceutical Research 3 (2011), for the estimate.
 *
 * @param value −1 to 1; negative when the focal group is rated lower
 * @param interval of it
 */
public record StratifiedDelta(double value, Interval interval) {

  /** Computes the delta; empty when no stratum is shared, or all ratings in each are the same. */
  public static Optional<StratifiedDelta> of(List<OrdinalStratum> strata, double confidence) {
    return VanElteren.of(strata, VanElteren.Scores.MIDRANK)
        .map(test -> of(test, weights(strata), confidence));
  }

  private static StratifiedDelta of(VanElteren test, double weights, double confidence) {
    double delta = 2 * test.surplus() / weights;
    double half = Gaussian.halfWidth(confidence) * 2 * Math.sqrt(test.variance()) / weights;
    return new StratifiedDelta(
        delta, new Interval(Math.max(-1, delta - half), Math.min(1, delta + half), confidence));
  }

  private static double weights(List<OrdinalStratum> strata) {
    double sum = 0;
    for (OrdinalStratum stratum : strata) {
      if (stratum.isShared()) {
        double focal = stratum.focal().people();
        double reference = stratum.reference().people();
        sum += focal * reference / (focal + reference + 1);
      }
    }
    return sum;
  }
}
