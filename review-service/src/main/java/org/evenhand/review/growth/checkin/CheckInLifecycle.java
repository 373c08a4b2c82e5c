package org.evenhand.review.growth.checkin;

import static org.evenhand.review.growth.checkin.CheckInState.HELD;
import static org.evenhand.review.growth.checkin.CheckInState.MISSED;
import static org.evenhand.review.growth.checkin.CheckInState.PLANNED;
import static org.evenhand.review.growth.checkin.CheckInState.SKIPPED;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a check-in. By itself it is missed, or ends as its people move. */
public final class CheckInLifecycle implements LifecycleSource {

  static final Lifecycle<CheckInState> OF_CHECK_INS =
      Lifecycle.startingAt(PLANNED)
          .may(PLANNED, "changeCheckIn")
          .may(PLANNED, "putCheckInAgenda")
          .may(PLANNED, "putSharedNote")
          .may(PLANNED, "putPrivateNote")
          .may(PLANNED, "addCheckInAction")
          .may(PLANNED, "passEarlierNotesOn")
          .may(PLANNED, "holdCheckIn", HELD)
          .may(PLANNED, "skipCheckIn", SKIPPED)
          .becomes(PLANNED, SKIPPED)
          .becomes(PLANNED, MISSED)
          // It is late, and can still be said that it was held, or why not.
          .may(MISSED, "holdCheckIn", HELD)
          .may(MISSED, "skipCheckIn", SKIPPED)
          .may(MISSED, "putPrivateNote")
          .may(MISSED, "passEarlierNotesOn")
          // A leave that was told late.
          .becomes(MISSED, SKIPPED)
          .may(SKIPPED, "putPrivateNote")
          .may(SKIPPED, "passEarlierNotesOn")
          .may(HELD, "putSharedNote")
          .may(HELD, "putPrivateNote")
          .may(HELD, "addCheckInAction")
          .may(HELD, "passEarlierNotesOn")
          .build();

  @Override
  public String schema() {
    return "CheckInView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_CHECK_INS;
  }
}
