package org.evenhand.calibration.agreement;

import java.util.List;

/**
 * Krippendorff's alpha for any number of raters, with missing scores: α = 1 − Do / De.
 *
 * <p>Source: K. Krippendorff, <em>Computing Krippendorff's Alpha-Reliability</em> (2011). Cost:
 * linear in the scores plus the square of the number of different values.
 */
public final class KrippendorffAlpha {
  private KrippendorffAlpha() {}

  /**
   * Computes alpha over samples, each the list of its scores.
   *
   * <p>Samples with fewer than two scores say nothing about agreement and are left out. All scores
   * the same, or none to pair, as with a single rater: {@link Alpha.Undefined}. A single sample has
   * an alpha of 0 whatever its scores, because the pairs seen in it are all the pairs there are.
   *
   * @throws IllegalArgumentException a negative value under {@link Distance#RATIO}
   */
  public static Alpha of(List<? extends List<Integer>> samples, Distance distance) {
    Coincidences coincidences = Coincidences.of(samples);
    if (coincidences.pairable() == 0) {
      return new Alpha.Undefined(Alpha.Reason.NO_PAIRABLE_VALUES);
    }
    // Decided on the integer count of values, not on a sum of doubles that should be zero.
    if (coincidences.size() == 1) {
      return new Alpha.Undefined(Alpha.Reason.NO_VARIATION);
    }
    double observed = coincidences.observedDisagreement(distance);
    double expected = coincidences.expectedDisagreement(distance);
    return new Alpha.Defined(1 - observed / expected, observed, expected, coincidences);
  }
}
