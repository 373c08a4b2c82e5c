package org.evenhand.calibration.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fleiss' kappa of many raters over unordered levels: κ = (P̄ − Pe) / (1 − Pe).
 *
 * <p>Source: J. L. Fleiss, Psychological Bulletin 76 (1971). Every sample needs the same number of
 * scores; for missing ones, and for levels with an order, {@link KrippendorffAlpha} is the better
 * choice.
 *
 * @param kappa 1 is perfect, 0 what chance gives
 * @param observed P̄, the mean agreement of the samples
 * @param expected Pe, from the shares of the levels
 * @param bySample the share of pairs of raters who agree, of each sample
 * @param byLevel the share of each level among all scores
 */
record FleissKappa(
    double kappa, double observed, double expected, List<Double> bySample, List<Double> byLevel) {

  FleissKappa {
    bySample = List.copyOf(bySample);
    byLevel = List.copyOf(byLevel);
  }

  /**
   * Computes kappa; empty without a sample, or when one level was given to everything. A single
   * sample that is disputed has −1/(raters − 1), however the scores fall.
   *
   * @throws IllegalArgumentException samples with different numbers of scores, or fewer than two
   */
  static Optional<FleissKappa> of(LevelTallies tallies) {
    if (tallies.samples() == 0) {
      return Optional.empty();
    }
    long raters = tallies.scores(0);
    if (raters < 2) {
      throw new IllegalArgumentException(raters + " scores of a sample");
    }
    Double[] bySample = new Double[tallies.samples()];
    long[] sums = new long[tallies.levels()];
    double observed = 0;
    for (int i = 0; i < bySample.length; i++) {
      if (tallies.scores(i) != raters) {
        throw new IllegalArgumentException(
            "Samples with " + raters + " and " + tallies.scores(i) + " scores");
      }
      long agreeing = 0;
      for (int level = 0; level < sums.length; level++) {
        long count = tallies.count(i, level);
        agreeing += count * (count - 1);
        sums[level] += count;
      }
      bySample[i] = (double) agreeing / (raters * (raters - 1));
      observed += bySample[i] / bySample.length;
    }
    long all = raters * bySample.length;
    if (Arrays.stream(sums).anyMatch(sum -> sum == all)) {
      return Optional.empty();
    }
    List<Double> byLevel = Arrays.stream(sums).mapToObj(sum -> (double) sum / all).toList();
    double expected = byLevel.stream().mapToDouble(share -> share * share).sum();
    return Optional.of(
        new FleissKappa(
            (observed - expected) / (1 - expected),
            observed,
            expected,
            Arrays.asList(bySample),
            byLevel));
  }
}
