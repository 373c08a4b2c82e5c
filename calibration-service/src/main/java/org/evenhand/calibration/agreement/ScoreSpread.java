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
   */
  public static ScoreSpread of(List<Integer> scores) {
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("A sample without a score has no spread");
    }
    long n = scores.size();
    long sum = 0;
    long squares = 0;
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (int score : scores) {
      sum += score;
      squares = Math.addExact(squares, (long) score * score);
      low = Math.min(low, score);
      high = Math.max(high, score);
    }
    long deviations = 0;
    for (int score : scores) {
      deviations = Math.addExact(deviations, Math.abs(n * score - sum));
    }
    // n Σx² − (Σx)² is an exact integer: no cancellation, and 0 if and only if all scores are
    // equal.
    long scatter = Math.subtractExact(Math.multiplyExact(n, squares), Math.multiplyExact(sum, sum));
    double variance = n == 1 ? 0 : scatter / ((double) n * (n - 1));
    return new ScoreSpread(
        scores.size(),
        sum / (double) n,
        high - low,
        Math.sqrt(variance),
        deviations / ((double) n * n));
  }
}
