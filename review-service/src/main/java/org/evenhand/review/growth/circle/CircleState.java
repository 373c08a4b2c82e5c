package org.evenhand.review.growth.circle;

/** Where a circle stands. */
public enum CircleState {
  /** Too few have joined yet. */
  FORMING,
  ACTIVE,
  /** Too few are left. */
  PAUSED,
  CLOSED
}
