package org.evenhand.calibration.agreement;

import java.util.Optional;

/**
 * Gwet's agreement coefficient: AC1 with identity weights, AC2 with others.
 *
 * <p>For scores that pile up on one level, where kappa and alpha fall to 0 though the raters nearly
 * always agree. pa is the weighted agreement of pairs of raters, pe = Σw / (K(K−1)) · Σ π_k(1 −
 * π_k). Source: K. L. Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008),
 * and <em>Handbook of Inter-Rater Reliability</em> (2014), chapters 4 and 5, with missing scores as
 * in its R package irrCAC: pa over samples with two scores, π over samples with any.
 *
 * @param coefficient (pa − pe) / (1 − pe)
 * @param observed pa
 * @param expected pe, always below 1
 */
public record GwetAc(double coefficient, double observed, double expected) {

  /**
   * Computes the coefficient; empty when no sample has two scores, as with a single rater. One
   * level for everything is agreement: 1.
   *
   * @throws IllegalArgumentException weights for another number of levels
   */
  public static Optional<GwetAc> of(LevelTallies tallies, Weights weights) {
    int levels = tallies.levels();
    if (weights.levels() != levels) {
      throw new IllegalArgumentException(
          "Weights for " + weights.levels() + " levels, scores on " + levels);
    }
    double agreement = 0;
    int paired = 0;
    int scored = 0;
    double[] shares = new double[levels];
    for (int i = 0; i < tallies.samples(); i++) {
      long scores = tallies.scores(i);
      if (scores > 1) {
        agreement += agreement(tallies, i, weights) / ((double) scores * (scores - 1));
        paired++;
      }
      if (scores > 0) {
        for (int level = 0; level < levels; level++) {
          shares[level] += (double) tallies.count(i, level) / scores;
        }
        scored++;
      }
    }
    if (paired == 0) {
      return Optional.empty();
    }
    double spread = 0;
    for (double share : shares) {
      spread += share / scored * (1 - share / scored);
    }
    double observed = agreement / paired;
    double expected = weights.sum() / ((double) levels * (levels - 1)) * spread;
    return Optional.of(new GwetAc((observed - expected) / (1 - expected), observed, expected));
  }

  /** The weighted number of ordered pairs of scores of a sample that agree. */
  private static double agreement(LevelTallies tallies, int sample, Weights weights) {
    double sum = 0;
    for (int k = 0; k < tallies.levels(); k++) {
      double near = 0;
      for (int l = 0; l < tallies.levels(); l++) {
        near += weights.of(k, l) * tallies.count(sample, l);
      }
      sum += tallies.count(sample, k) * (near - 1);
    }
    return sum;
  }
}
