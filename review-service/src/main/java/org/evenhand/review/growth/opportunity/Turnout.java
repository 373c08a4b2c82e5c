package org.evenhand.review.growth.opportunity;

import org.jspecify.annotations.Nullable;

/**
 * How many could have applied, and how many have, as it may be told: in steps, and not where few on
 * either side would say of somebody whether they have.
 */
public record Turnout(@Nullable Integer eligible, @Nullable Integer applied) {

  /** The least group, and the step. */
  public static final int STEP = 5;

  public static Turnout of(long eligible, long applied) {
    boolean few = applied < STEP || eligible - applied < STEP;
    return new Turnout(eligible < STEP ? null : inSteps(eligible), few ? null : inSteps(applied));
  }

  private static int inSteps(long count) {
    return (int) (count - count % STEP);
  }
}
