package org.evenhand.review.growth.plan.terms;

import org.jspecify.annotations.Nullable;

/**
 * What is to be learnt: a level of a criterion that isn't reached yet.
 *
 * @param anchor what that level means, as the policy said when this was written; null where it says
 *     nothing
 */
public record Gap(String criterion, int ordinal, @Nullable String anchor) {

  boolean isOf(String key, int level) {
    return criterion.equals(key) && ordinal == level;
  }
}
