package org.evenhand.analytics.publication;

import java.util.HashMap;
import java.util.Map;

/** By how many people a group moves at each level, within strata or over all of them. */
final class Step {

  private final int levels;
  private final boolean withinStrata;
  private final Map<String, long[]> steps = new HashMap<>();
  private long arrived;
  private long left;

  Step(int levels, boolean withinStrata) {
    this.levels = levels;
    this.withinStrata = withinStrata;
  }

  void add(String stratum, int level, long people) {
    long[] step = steps.computeIfAbsent(withinStrata ? stratum : "", none -> new long[levels]);
    long before = step[level - 1];
    long after = before + people;
    arrived += Math.max(after, 0) - Math.max(before, 0);
    left += Math.max(-after, 0) - Math.max(-before, 0);
    step[level - 1] = after;
  }

  /** Fewer people can't have moved: each comes to a level, or leaves one, or both. */
  long moved() {
    return Math.max(arrived, left);
  }
}
