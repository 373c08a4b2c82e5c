package org.evenhand.calibration.agreement;

import java.util.List;

/**
 * The samples that two raters both scored, as a square table of counts: rows the first rater's
 * level, columns the second's. A sample that one of them left out has no place in it.
 *
 * <p>Immutable; the counts add up to a {@code long}.
 */
public final class ScorePairs {
  private final long[][] counts;
  private final long total;

  private ScorePairs(long[][] counts) {
    long sum = 0;
    for (long[] row : counts) {
      if (row.length != counts.length) {
        throw new IllegalArgumentException("The table of two raters is square");
      }
      for (long count : row) {
        if (count < 0) {
          throw new IllegalArgumentException("A count of " + count);
        }
        sum = Math.addExact(sum, count);
      }
    }
    this.counts = counts;
    this.total = sum;
  }

  /** Takes a table of counts over the levels of a scale. */
  public static ScorePairs of(long[][] counts) {
    long[][] copy = new long[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      copy[i] = counts[i].clone();
    }
    return new ScorePairs(copy);
  }

  /**
   * Counts two raters' ordinals, 1 to {@code levels}, of the same samples in the same order.
   *
   * @throws IllegalArgumentException not the same number of scores, or a score outside the scale
   */
  public static ScorePairs of(List<Integer> first, List<Integer> second, int levels) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(first.size() + " and " + second.size() + " scores");
    }
    long[][] counts = new long[levels][levels];
    for (int i = 0; i < first.size(); i++) {
      if (Math.min(first.get(i), second.get(i)) < 1
          || Math.max(first.get(i), second.get(i)) > levels) {
        throw new IllegalArgumentException("A score outside 1 to " + levels);
      }
      counts[first.get(i) - 1][second.get(i) - 1]++;
    }
    return new ScorePairs(counts);
  }

  /** How many levels the scale has. */
  public int levels() {
    return counts.length;
  }

  /** How many samples both scored. */
  public long total() {
    return total;
  }

  /** The share of samples at two positions, 0 to levels − 1. */
  double share(int i, int j) {
    return (double) counts[i][j] / total;
  }

  /** The first rater's share of a level. */
  double rowShare(int i) {
    long sum = 0;
    for (long count : counts[i]) {
      sum += count;
    }
    return (double) sum / total;
  }

  /** The second rater's share of a level. */
  double columnShare(int j) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[j];
    }
    return (double) sum / total;
  }
}
