package org.evenhand.analytics.statistics.raters;

import java.util.List;

/**
 * One sample that a rater scored blind.
 *
 * @param own the ordinal that the rater gave, 1 or higher
 * @param others the ordinals of the other raters of the same sample, in any order
 */
public record BlindSample(int own, List<Integer> others) {

  public BlindSample {
    others = List.copyOf(others);
    if (own < 1 || others.stream().anyMatch(ordinal -> ordinal < 1)) {
      throw new IllegalArgumentException("An ordinal below 1");
    }
  }

  int raters() {
    return others.size() + 1;
  }

  /** Own score less the mean of the others', in rating points. */
  double difference() {
    return own - others.stream().mapToLong(Integer::longValue).sum() / (double) others.size();
  }
}
