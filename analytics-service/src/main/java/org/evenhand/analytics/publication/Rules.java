package org.evenhand.analytics.publication;

import java.util.List;
import org.evenhand.analytics.AnalyticsConfig;

/**
 * How few tell of somebody.
 *
 * @param leastChange the least number of people who have come, gone or changed their level
 * @param leastSizes the least group sizes of the questions that show groups, the smallest first
 */
record Rules(long leastChange, List<Integer> leastSizes) {

  Rules {
    leastSizes = List.copyOf(leastSizes);
  }

  static Rules of(AnalyticsConfig config) {
    return new Rules(
        config.leastChange(), List.of(config.leastGroup(), config.leastDistribution()));
  }

  /** Whether a difference of so many people may not be seen. */
  boolean isFew(long moved) {
    return moved > 0 && moved < leastChange;
  }

  /**
   * Whether one of two nested groups has a few people more than the other. Whoever sees both sees
   * the whole distribution of those few.
   */
  boolean isFewMore(long people, long others) {
    long difference = Math.abs(people - others);
    return difference > 0 && difference < leastOfMany();
  }

  private int leastOfMany() {
    return leastSizes.get(leastSizes.size() - 1);
  }

  /** As many people as keep a group hidden. */
  long hidden(long people) {
    return Math.min(people, Math.max(leastSizes.get(0) - 1L, 0));
  }
}
