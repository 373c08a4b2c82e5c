package org.evenhand.review.growth.opportunity.terms;

import org.jspecify.annotations.Nullable;

/**
 * One thing by which applications are read.
 *
 * @param key by which assessments and reasons name it
 * @param criterion the policy's, where it is one
 * @param weight how much it counts beside the others, which sum to 100; nothing is computed from it
 * @param condition whether somebody isn't eligible who doesn't meet it
 */
public record SoughtCriterion(
    String key, String text, @Nullable String criterion, int weight, boolean condition) {}
