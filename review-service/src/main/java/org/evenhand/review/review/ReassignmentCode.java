package org.evenhand.review.review;

/** Why a review has another reviewer, as events tell it. */
public enum ReassignmentCode {
  /** HR named another one. */
  BY_HR,
  /** The reviewee came back, and somebody else was above them. */
  REVIEWEE_BACK,
  SUCCESSION_TERMINATED,
  SUCCESSION_ON_LEAVE,
  SUCCESSION_BELOW_REVIEWEE,
  SUCCESSION_LINE_CUT
}
