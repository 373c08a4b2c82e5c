package org.evenhand.review.review;

/** What a calibration session decides on a review. */
public enum Decision {
  CONFIRM,
  ADJUST,
  DEFER
}
