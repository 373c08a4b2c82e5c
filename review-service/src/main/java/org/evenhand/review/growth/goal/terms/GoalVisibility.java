package org.evenhand.review.growth.goal.terms;

/** Who reads a goal once it is agreed, beside its person, their line and their HR. */
public enum GoalVisibility {
  SELF_AND_LINE,
  /** Whoever works in the same unit. */
  UNIT,
  COMPANY
}
