package org.evenhand.review.growth.checkin.action;

/** Where an action stands. The last two end it. */
public enum ActionState {
  OPEN,
  DONE,
  DROPPED;

  public boolean isOpen() {
    return this == OPEN;
  }
}
