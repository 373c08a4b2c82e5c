package org.evenhand.review.growth.goal;

/** One of the two who agree. */
public enum GoalSide {
  EMPLOYEE,
  /** The manager, whoever is above, or HR for somebody whom nobody is above. */
  MANAGER;

  public GoalSide other() {
    return this == EMPLOYEE ? MANAGER : EMPLOYEE;
  }
}
