package org.evenhand.review.growth.upward;

/** Where a round of upward feedback stands. */
public enum UpwardState {
  /** Those who are asked may write, change, and take back. */
  OPEN,
  /** Its day is over: what can be shown is shown, and whose it is is forgotten. */
  CLOSED,
  /** It ended before its day, and everything that was written is gone. */
  CANCELLED
}
