package org.evenhand.calibration.agreement;

import java.util.Optional;

/**
 * Cohen's kappa of two raters, with any weights: κ = (po − pe) / (1 − pe).
 *
 * <p>Sources: J. Cohen (1960, 1968); large-sample errors by J. L. Fleiss, J. Cohen and B. S.
 * Everitt, Psychological Bulletin 72 (1969), as SAS and R print them. They are 0 where all pairs
 * are alike.
 *
 * @param kappa 1 is perfect, 0 what the two raters' own habits give by chance
 * @param observed po, the weighted agreement seen
 * @param expected pe, the weighted agreement of raters who keep their habits and score blindly
 * @param standardError for an interval of kappa
 * @param standardErrorOfNone for a test of kappa = 0
 */
public record CohenKappa(
    double kappa,
    double observed,
    double expected,
    double standardError,
    double standardErrorOfNone) {

  /**
   * Computes kappa; empty when the raters scored nothing in common, or chance alone would agree
   * fully: both gave one and the same level to everything, or levels whose weight is 1.
   *
   * <p>A rater who gives one level to everything has a kappa of 0 with anybody who doesn't, and no
   * error to show for it.
   *
   * @throws IllegalArgumentException weights for another number of levels
   */
  public static Optional<CohenKappa> of(ScorePairs pairs, Weights weights) {
    int levels = pairs.levels();
    if (weights.levels() != levels) {
      throw new IllegalArgumentException(
          "Weights for " + weights.levels() + " levels, scores on " + levels);
    }
    if (pairs.total() == 0 || chanceAgreesFully(pairs, weights)) {
      return Optional.empty();
    }
    double observed = 0;
    double expected = 0;
    double[] rows = new double[levels];
    double[] columns = new double[levels];
    for (int i = 0; i < levels; i++) {
      for (int j = 0; j < levels; j++) {
        double weight = weights.of(i, j);
        observed += weight * pairs.share(i, j);
        expected += weight * pairs.rowShare(i) * pairs.columnShare(j);
        rows[i] += weight * pairs.columnShare(j);
        columns[j] += weight * pairs.rowShare(i);
      }
    }
    double kappa = (observed - expected) / (1 - expected);
    // Fleiss, Cohen and Everitt subtract the square of a mean; around that mean nothing cancels.
    double level = kappa - expected * (1 - kappa);
    double seen = 0;
    double none = 0;
    for (int i = 0; i < levels; i++) {
      for (int j = 0; j < levels; j++) {
        double habit = rows[i] + columns[j];
        double ofSeen = weights.of(i, j) - habit * (1 - kappa) - level;
        double ofNone = weights.of(i, j) - habit + expected;
        seen += pairs.share(i, j) * ofSeen * ofSeen;
        none += pairs.rowShare(i) * pairs.columnShare(j) * ofNone * ofNone;
      }
    }
    double scale = Math.sqrt((double) pairs.total()) * (1 - expected);
    return Optional.of(
        new CohenKappa(
            kappa, observed, expected, Math.sqrt(seen) / scale, Math.sqrt(none) / scale));
  }

  /** Whether no level of the one rater disagrees with any of the other: pe is 1, up to rounding. */
  private static boolean chanceAgreesFully(ScorePairs pairs, Weights weights) {
    for (int i = 0; i < pairs.levels(); i++) {
      for (int j = 0; j < pairs.levels(); j++) {
        if (weights.of(i, j) < 1 && pairs.rowShare(i) > 0 && pairs.columnShare(j) > 0) {
          return false;
        }
      }
    }
    return true;
  }
}
