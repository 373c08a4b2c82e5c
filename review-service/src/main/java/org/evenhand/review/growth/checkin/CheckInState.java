package org.evenhand.review.growth.checkin;

/** Where a check-in stands. */
public enum CheckInState {
  PLANNED,
  HELD,
  /** One of the two said why not; or it ended as people moved. */
  SKIPPED,
  /** Its time passed, and nobody has said anything yet. */
  MISSED
}
