package org.evenhand.review.growth.goal;

/** How a goal ends. */
public enum Outcome {
  ACHIEVED,
  PARTLY,
  NOT_ACHIEVED,
  DROPPED,
  CARRIED_OVER;

  public GoalState state() {
    return GoalState.valueOf(name());
  }

  /** Whether it says that the target was missed. */
  public boolean falls() {
    return this == PARTLY || this == NOT_ACHIEVED;
  }
}
