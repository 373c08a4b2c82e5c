package org.evenhand.review.growth.checkin.action;

import static org.evenhand.review.growth.checkin.action.ActionState.DONE;
import static org.evenhand.review.growth.checkin.action.ActionState.DROPPED;
import static org.evenhand.review.growth.checkin.action.ActionState.OPEN;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of an action. By itself it only ends with the assignment. */
public final class ActionLifecycle implements LifecycleSource {

  static final String CLOSING = "closeCheckInAction";

  static final Lifecycle<ActionState> OF_ACTIONS =
      Lifecycle.startingAt(OPEN).may(OPEN, CLOSING, DONE, DROPPED).becomes(OPEN, DROPPED).build();

  @Override
  public String schema() {
    return "CheckInActionView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_ACTIONS;
  }
}
