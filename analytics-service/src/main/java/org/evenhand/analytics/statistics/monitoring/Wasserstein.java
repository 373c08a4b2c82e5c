package org.evenhand.analytics.statistics.monitoring;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * The Wasserstein-1 (earth mover's) distance of two distributions on a line: how far people would
 * have to be moved on average to turn one into the other, in the unit of the values.
 *
 * <p>∫ |F(x) − G(x)| dx. Source: L. N. Vaserstein (1969); as SciPy's {@code wasserstein_distance}.
 */
public final class Wasserstein {
  private Wasserstein() {}

  /** The distance of two groups with people on the same scale, in rating points. */
  public static double distance(LevelCounts one, LevelCounts two) {
    one.requireSameScale(two);
    return distance(byValue(one), byValue(two));
  }

  /**
   * The distance of two distributions given as counts by finite value. 0 when both have the same
   * shares, however many people they are of.
   *
   * @throws IllegalArgumentException a distribution without people, or a negative count
   */
  public static double distance(Map<Double, Long> one, Map<Double, Long> two) {
    double all = people(one);
    double others = people(two);
    SortedSet<Double> values = new TreeSet<>(one.keySet());
    values.addAll(two.keySet());
    double distance = 0;
    double behind = values.first();
    long below = 0;
    long othersBelow = 0;
    for (double value : values) {
      distance += Math.abs(below / all - othersBelow / others) * (value - behind);
      below += one.getOrDefault(value, 0L);
      othersBelow += two.getOrDefault(value, 0L);
      behind = value;
    }
    return distance;
  }

  private static double people(Map<Double, Long> counts) {
    long sum = 0;
    for (long count : counts.values()) {
      if (count < 0) {
        throw new IllegalArgumentException("A count of " + count);
      }
      sum = Math.addExact(sum, count);
    }
    if (sum == 0) {
      throw new IllegalArgumentException("A distribution of nobody");
    }
    return (double) sum;
  }

  private static SortedMap<Double, Long> byValue(LevelCounts counts) {
    SortedMap<Double, Long> byValue = new TreeMap<>();
    for (int level = 1; level <= counts.levels(); level++) {
      byValue.put((double) level, counts.at(level));
    }
    return byValue;
  }
}
