package org.evenhand.review.growth.checkin;

/** Where a check-in stands. The last three end it. */
public enum CheckInState {
  PLANNED,
  HELD,
  /** One of the two said why not; or it ended as people moved. */
  SKIPPED,
  /** Its time passed, and nobody said anything. */
  MISSED
}
