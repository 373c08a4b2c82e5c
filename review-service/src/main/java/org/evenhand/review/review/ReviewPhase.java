package org.evenhand.review.review;

import java.util.EnumSet;
import java.util.Set;

/**
 * The states of a review, in their order. NOT_RATED and CANCELLED end it without a rating: a rating
 * that nobody gave is never filled in.
 */
public enum ReviewPhase {
  NOT_STARTED,
  IN_PROGRESS,
  SUBMITTED,
  IN_CALIBRATION,
  CALIBRATED,
  NOT_CALIBRATED,
  SHARED,
  ACKNOWLEDGED,
  FINAL,
  NOT_RATED,
  CANCELLED;

  private static final Set<ReviewPhase> VISIBLE = EnumSet.of(SHARED, ACKNOWLEDGED, FINAL);

  /** Whether the reviewee sees the result. */
  public boolean isShared() {
    return VISIBLE.contains(this);
  }
}
