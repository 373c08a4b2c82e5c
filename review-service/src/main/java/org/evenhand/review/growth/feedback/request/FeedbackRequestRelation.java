package org.evenhand.review.growth.feedback.request;

/** What a caller is to a request. */
enum FeedbackRequestRelation {
  ASKER,
  ASKED,
  /** Whom the answer is to be about. */
  ABOUT
}
