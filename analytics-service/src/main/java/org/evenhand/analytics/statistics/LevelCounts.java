package org.evenhand.analytics.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How many people of a group have each level of an ordinal scale; ordinal 1 is the lowest, as
 * everywhere.
 *
 * <p>Immutable. Counts are not negative, and their sum fits a {@code long}.
 */
public final class LevelCounts {
  private final long[] counts;
  private final long people;

  private LevelCounts(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("A count of " + count);
      }
      sum = Math.addExact(sum, count);
    }
    if (counts.length == 0) {
      throw new IllegalArgumentException("A scale without levels");
    }
    this.counts = counts;
    this.people = sum;
  }

  /** Counts of ordinals 1, 2, 3 and so on. */
  public static LevelCounts of(long... lowestFirst) {
    return new LevelCounts(lowestFirst.clone());
  }

  /** How many levels the scale has, used or not. */
  public int levels() {
    return counts.length;
  }

  /** How many people have an ordinal, 1 to {@link #levels()}. */
  public long at(int ordinal) {
    return counts[ordinal - 1];
  }

  /** The counts of ordinals 1, 2, 3 and so on. */
  public List<Long> toList() {
    return LongStream.of(counts).boxed().toList();
  }

  /** All people of the group. */
  public long people() {
    return people;
  }

  /** How many have this ordinal, from 1 on, or a higher one; above the scale nobody has. */
  public Selection atOrAbove(int ordinal) {
    long selected = 0;
    for (int level = ordinal; level <= counts.length; level++) {
      selected += at(level);
    }
    return new Selection(selected, people);
  }

  /** This group with another one of the same scale. */
  public LevelCounts plus(LevelCounts other) {
    requireSameScale(other);
    long[] sums = counts.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.addExact(sums[i], other.counts[i]);
    }
    return new LevelCounts(sums);
  }

  /** This group without so many people of an ordinal, who are in it. */
  public LevelCounts without(int ordinal, long fewer) {
    long[] left = counts.clone();
    left[ordinal - 1] -= fewer;
    return new LevelCounts(left);
  }

  /** This group after one person went from one ordinal to another. */
  public LevelCounts moved(int from, int to) {
    long[] after = counts.clone();
    after[from - 1]--;
    after[to - 1]++;
    return new LevelCounts(after);
  }

  /** The lowest ordinal that somebody has. Needs people. */
  public int lowest() {
    int ordinal = 1;
    while (at(ordinal) == 0) {
      ordinal++;
    }
    return ordinal;
  }

  /** The highest ordinal that somebody has. Needs people. */
  public int highest() {
    int ordinal = levels();
    while (at(ordinal) == 0) {
      ordinal--;
    }
    return ordinal;
  }

  /** Share of the group below each level plus half of those at it: where a newcomer would stand. */
  public double[] placements() {
    double[] placements = new double[counts.length];
    long below = 0;
    for (int i = 0; i < counts.length; i++) {
      placements[i] = (2.0 * below + counts[i]) / (2.0 * people);
      below += counts[i];
    }
    return placements;
  }

  public void requireSameScale(LevelCounts other) {
    if (other.counts.length != counts.length) {
      throw new IllegalArgumentException(
          "Scales of " + counts.length + " and " + other.counts.length + " levels");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LevelCounts that && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return Arrays.toString(counts);
  }
}
