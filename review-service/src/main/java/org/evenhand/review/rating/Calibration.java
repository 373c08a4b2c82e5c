package org.evenhand.review.rating;

/** What calibration has done to a review so far; NONE where no calibration can be expected. */
public enum Calibration {
  PENDING,
  CALIBRATED,
  NOT_CALIBRATED,
  NONE
}
