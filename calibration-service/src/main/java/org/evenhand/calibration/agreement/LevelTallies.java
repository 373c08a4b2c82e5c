package org.evenhand.calibration.agreement;

import java.util.List;

/**
 * How often each sample got each level: rows are samples, columns levels.
 *
 * <p>Immutable. A sample may have any number of scores, also none.
 */
public final class LevelTallies {
  private final int levels;
  private final long[][] counts;

  private LevelTallies(int levels, long[][] counts) {
    this.levels = levels;
    this.counts = counts;
  }

  /**
   * Counts ordinals, 1 to {@code levels}, of each sample in any order.
   *
   * @throws IllegalArgumentException a score outside the scale
   */
  public static LevelTallies of(List<? extends List<Integer>> samples, int levels) {
    long[][] counts = new long[samples.size()][levels];
    for (int i = 0; i < counts.length; i++) {
      for (int score : samples.get(i)) {
        if (score < 1 || score > levels) {
          throw new IllegalArgumentException("A score outside 1 to " + levels);
        }
        counts[i][score - 1]++;
      }
    }
    return new LevelTallies(levels, counts);
  }

  /** How many levels the scale has. */
  public int levels() {
    return levels;
  }

  /** How many samples there are, scored or not. */
  public int samples() {
    return counts.length;
  }

  /** How often a sample got the level at a position, 0 to levels − 1. */
  long count(int sample, int level) {
    return counts[sample][level];
  }

  /** How many scores a sample got. */
  long scores(int sample) {
    long sum = 0;
    for (long count : counts[sample]) {
      sum += count;
    }
    return sum;
  }
}
