package org.evenhand.review.growth.goal;

/** Where a goal stands. The last five end it. */
public enum GoalState {
  /** Its author alone knows of it. */
  DRAFT,
  PROPOSED,
  AGREED,
  ACHIEVED,
  PARTLY,
  NOT_ACHIEVED,
  DROPPED,
  CARRIED_OVER;

  /** Whether something can still come of it. */
  public boolean isOpen() {
    return this == DRAFT || this == PROPOSED || this == AGREED;
  }
}
