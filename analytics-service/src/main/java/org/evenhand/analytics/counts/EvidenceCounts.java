package org.evenhand.analytics.counts;

import org.jspecify.annotations.Nullable;

/**
 * What the conclusion of a review rests on, in numbers alone.
 *
 * @param observations within the rated period
 * @param withImpact those of them that say what came of what was seen
 * @param criteriaWithout rated criteria without any
 * @param daysSince from the last of them to the conclusion; null where there is none
 */
record EvidenceCounts(
    int observations, int withImpact, int criteriaWithout, @Nullable Integer daysSince) {

  boolean isPossible() {
    return withImpact >= 0
        && withImpact <= observations
        && criteriaWithout >= 0
        && (daysSince == null) == (observations == 0)
        && (daysSince == null || daysSince >= 0);
  }
}
