package org.evenhand.review.growth.checkin;

/** One of the two. */
public enum Party {
  EMPLOYEE,
  /** Whoever leads the person. */
  MANAGER
}
