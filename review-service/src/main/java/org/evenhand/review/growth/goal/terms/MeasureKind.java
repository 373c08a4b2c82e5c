package org.evenhand.review.growth.goal.terms;

/** How it is seen whether a goal is reached. */
public enum MeasureKind {
  METRIC,
  STEPS,
  YES_NO,
  EXPLORATORY
}
