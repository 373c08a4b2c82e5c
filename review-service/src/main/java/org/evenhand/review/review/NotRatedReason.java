package org.evenhand.review.review;

/** Why somebody gets no rating in a cycle. */
public enum NotRatedReason {
  JOINED_LATE,
  ON_LEAVE,
  LEFT
}
