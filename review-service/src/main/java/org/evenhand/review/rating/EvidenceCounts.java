package org.evenhand.review.rating;

import org.jspecify.annotations.Nullable;

/**
 * How much of the rated period a reviewer's conclusion rests on, in numbers alone.
 *
 * @param observations within the rated period
 * @param withImpact those of them that say what came of what was seen
 * @param criteriaWithout rated criteria without any
 * @param daysSince from the last of them to the conclusion; null where there is none
 */
public record EvidenceCounts(
    int observations, int withImpact, int criteriaWithout, @Nullable Integer daysSince) {}
