package org.evenhand.review.growth.feedback.request;

/** The states of a request. */
public enum FeedbackRequestState {
  ASKED,
  /** Answered with feedback that its author has not taken back. */
  GIVEN,
  DECLINED,
  /** Its day is over, or one of its people left, or the asker leads the person no more. */
  LAPSED
}
