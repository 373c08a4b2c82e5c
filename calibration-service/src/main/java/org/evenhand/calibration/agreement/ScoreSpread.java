package org.evenhand.calibration.agreement;

import java.util.Comparator;
import java.util.List;

/**
 * How far apart the scores of one sample lie, in rating points.
 *
 * <p>Computed from integer sums, so that two samples with the same scores in another order compare
 * as equal.
 *
 * @param raters how many scored it, at least 1
 * @param mean the mean score
 * @param range highest minus lowest
 * @param standardDeviation with n − 1; 0 for a single score, which disagrees with nobody
 * @param meanAbsoluteDeviation the mean distance from the mean (AD_M; Burke, Finkelstein and Dusig,
 *     1999)
 */
public record ScoreSpread(
    int raters, double mean, long range, double standardDeviation, double meanAbsoluteDeviation) {

  /**
   * Most disputed first: standard deviation, then range. The deviation comes first because one
   * outlier among many and a room split in two have the same range.
   */
  public static final Comparator<ScoreSpread> MOST_DISPUTED_FIRST =
      Comparator.comparingDouble(ScoreSpread::standardDeviation)
          .thenComparingLong(ScoreSpread::range)
          .reversed();

  /**
   * The spread of a sample's scores.
   *
   * @throws IllegalArgumentException no score
   * @throws ArithmeticException scores so large or so many that no long holds n Σx²
   */
  public static ScoreSpread of(List<Integer> scores) {
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("A sample without a score has no spread");
    }
    ScoreSums sums = ScoreSums.of(scores);
    long n = sums.n();
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    long deviations = 0;
    for (int score : scores) {
      low = Math.min(low, score);
      high = Math.max(high, score);
      deviations = Math.addExact(deviations, Math.abs(n * score - sums.sum()));
    }
    return new ScoreSpread(
        scores.size(),
        sums.mean(),
        high - low,
        Math.sqrt(sums.variance()),
        deviations / ((double) n * n));
  }
}
