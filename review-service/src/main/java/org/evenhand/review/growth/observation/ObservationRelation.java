package org.evenhand.review.growth.observation;

/** What a caller is to an observation. */
public enum ObservationRelation {
  AUTHOR,
  /** Whom it is about; another's from when they were told of it. */
  SUBJECT,
  /**
   * Leads the person directly, or has a review of theirs that isn't over; from when the person was
   * told of it.
   */
  REVIEWER
}
