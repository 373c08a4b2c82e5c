package org.evenhand.review.growth.circle;

import static org.evenhand.review.growth.circle.CircleState.ACTIVE;
import static org.evenhand.review.growth.circle.CircleState.CLOSED;
import static org.evenhand.review.growth.circle.CircleState.FORMING;
import static org.evenhand.review.growth.circle.CircleState.PAUSED;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a circle, which follows from how many have joined. */
public final class CircleLifecycle implements LifecycleSource {

  static final Lifecycle<CircleState> OF_CIRCLES =
      Lifecycle.startingAt(FORMING)
          .may(FORMING, "inviteToCircle")
          .may(FORMING, "joinCircle", FORMING, ACTIVE)
          .may(FORMING, "leaveCircle", FORMING, CLOSED)
          .may(FORMING, "closeCircle", CLOSED)
          .becomes(FORMING, CLOSED)
          .may(ACTIVE, "inviteToCircle")
          .may(ACTIVE, "joinCircle")
          .may(ACTIVE, "leaveCircle", ACTIVE, PAUSED)
          .may(ACTIVE, "planCircleMeeting")
          .may(ACTIVE, "holdCircleMeeting")
          .may(ACTIVE, "cancelCircleMeeting")
          .becomes(ACTIVE, PAUSED)
          .becomes(ACTIVE, CLOSED)
          .may(PAUSED, "inviteToCircle")
          .may(PAUSED, "joinCircle", PAUSED, ACTIVE)
          .may(PAUSED, "leaveCircle", PAUSED, CLOSED)
          // Of those who were there before it was paused.
          .may(PAUSED, "holdCircleMeeting")
          .may(PAUSED, "cancelCircleMeeting")
          .may(PAUSED, "closeCircle", CLOSED)
          .becomes(PAUSED, CLOSED)
          .build();

  @Override
  public String schema() {
    return "CoachingCircle";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_CIRCLES;
  }
}
