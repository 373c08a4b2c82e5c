package org.evenhand.calibration.agreement;

import java.util.OptionalDouble;

/**
 * The six intraclass correlations of samples scored by the same raters, none missing.
 *
 * <p>Source: P. E. Shrout and J. L. Fleiss, Psychological Bulletin 86 (1979). One: each sample has
 * raters of its own. Two: raters drawn at random, whose severity counts as error. Three: these very
 * raters, whose severity does not. Single: of one rater's score; mean: of the mean of all raters.
 *
 * <p>None is above 1. Where raters agree less than by chance a coefficient is negative, those of a
 * mean without bound. It is empty where its denominator, an estimate of the whole variance, is not
 * above 0: nothing varies, or the samples' means don't and the raters only contradict each other.
 *
 * @param samples n, at least 2
 * @param raters k, at least 2
 * @param betweenSamples mean square MSB
 * @param withinSamples mean square MSW
 * @param betweenRaters mean square MSJ
 * @param residual mean square MSE
 */
record IntraclassCorrelation(
    int samples,
    int raters,
    double betweenSamples,
    double withinSamples,
    double betweenRaters,
    double residual) {

  /**
   * Analyses scores, rows samples and columns raters.
   *
   * @throws IllegalArgumentException fewer than two samples or raters, or a row of another length
   * @throws ArithmeticException n·k times the sum of squares exceeds a long: for ordinals up to ten
   *     and five raters, beyond 60 million samples
   */
  static IntraclassCorrelation of(int[][] scores) {
    if (scores.length < 2 || scores[0].length < 2) {
      throw new IllegalArgumentException("It takes two samples and two raters");
    }
    int n = scores.length;
    int k = scores[0].length;
    long[] bySample = new long[n];
    long[] byRater = new long[k];
    long sum = 0;
    long squares = 0;
    for (int i = 0; i < n; i++) {
      if (scores[i].length != k) {
        throw new IllegalArgumentException("A sample that not all raters scored");
      }
      for (int j = 0; j < k; j++) {
        bySample[i] += scores[i][j];
        byRater[j] += scores[i][j];
        sum += scores[i][j];
        squares = Math.addExact(squares, (long) scores[i][j] * scores[i][j]);
      }
    }
    // Sums of squares times n·k: integers, so that no variation at all is exactly 0.
    long all = Math.subtractExact(Math.multiplyExact((long) n * k, squares), square(sum));
    long samples = Math.subtractExact(Math.multiplyExact(squares(bySample), (long) n), square(sum));
    long raters = Math.subtractExact(Math.multiplyExact(squares(byRater), (long) k), square(sum));
    double scale = (double) n * k;
    return new IntraclassCorrelation(
        n,
        k,
        samples / scale / (n - 1),
        (all - samples) / scale / ((double) n * (k - 1)),
        raters / scale / (k - 1),
        (all - samples - raters) / scale / ((double) (n - 1) * (k - 1)));
  }

  private static long square(long value) {
    return Math.multiplyExact(value, value);
  }

  private static long squares(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum = Math.addExact(sum, square(value));
    }
    return sum;
  }

  /** ICC(1,1). */
  OptionalDouble oneSingle() {
    return share(betweenSamples - withinSamples, betweenSamples + (raters - 1) * withinSamples);
  }

  /** ICC(2,1). */
  OptionalDouble twoSingle() {
    return share(
        betweenSamples - residual,
        betweenSamples + (raters - 1) * residual + raters * (betweenRaters - residual) / samples);
  }

  /** ICC(3,1). */
  OptionalDouble threeSingle() {
    return share(betweenSamples - residual, betweenSamples + (raters - 1) * residual);
  }

  /** ICC(1,k). */
  OptionalDouble oneMean() {
    return share(betweenSamples - withinSamples, betweenSamples);
  }

  /** ICC(2,k). */
  OptionalDouble twoMean() {
    return share(betweenSamples - residual, betweenSamples + (betweenRaters - residual) / samples);
  }

  /** ICC(3,k). */
  OptionalDouble threeMean() {
    return share(betweenSamples - residual, betweenSamples);
  }

  private static OptionalDouble share(double part, double whole) {
    return whole <= 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }
}
