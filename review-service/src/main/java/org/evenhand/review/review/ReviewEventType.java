package org.evenhand.review.review;

/** What came about with a review; each is one fact on {@code evenhand.internal.ratings}. */
public enum ReviewEventType {
  OPENED("review.opened"),
  STARTED("review.started"),
  SUBMITTED("review.submitted"),
  CLAIMED("review.claimed"),
  DEFERRED("review.deferred"),
  CALIBRATED("rating.calibrated"),
  NOT_CALIBRATED("rating.not-calibrated"),
  SHARED("review.shared"),
  ACKNOWLEDGED("review.acknowledged"),
  FINALIZED("review.finalized"),
  NOT_RATED("review.not-rated"),
  CANCELLED("review.cancelled"),
  REJOINED("review.rejoined"),
  REOPENED("review.reopened"),
  REASSIGNED("review.reassigned"),
  REVISED("review.revised");

  private final String word;

  ReviewEventType(String word) {
    this.word = word;
  }

  /** How the audit trail names it. */
  public String word() {
    return word;
  }

  public String type() {
    return "org.evenhand." + word + ".v1";
  }
}
