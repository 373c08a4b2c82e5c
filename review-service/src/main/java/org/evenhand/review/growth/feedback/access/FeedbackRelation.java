package org.evenhand.review.growth.feedback.access;

/** What a caller is to feedback. */
public enum FeedbackRelation {
  AUTHOR,
  /** To whom it was given; of an answer about them, once it is open to them. */
  RECIPIENT,
  /** Led or reviewed a recipient when it was opened to them, or has asked for it. */
  READER,
  /** Everybody in the company, where all recipients have it open. */
  PUBLIC,
  /** Serves the unit of a recipient who shows it to HR, or to whom it is open. */
  HR,
  HR_LEAD
}
