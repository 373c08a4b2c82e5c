package org.evenhand.calibration.agreement;

import java.util.List;

/**
 * The number, sum and sum of squares of the scores of one sample: what its spread is counted from,
 * in integers, so that what is equal on paper is equal.
 */
record ScoreSums(long n, long sum, long squares) {

  static ScoreSums of(List<Integer> scores) {
    long sum = 0;
    long squares = 0;
    for (int score : scores) {
      sum += score;
      squares = Math.addExact(squares, (long) score * score);
    }
    return new ScoreSums(scores.size(), sum, squares);
  }

  double mean() {
    return sum / (double) n;
  }

  /** n Σx² − (Σx)², that is n(n − 1) variances: no cancellation, and 0 only if all are equal. */
  long scatter() {
    return Math.subtractExact(Math.multiplyExact(n, squares), Math.multiplyExact(sum, sum));
  }

  /** With n − 1; 0 for a single score. */
  double variance() {
    return n == 1 ? 0 : scatter() / ((double) n * (n - 1));
  }
}
