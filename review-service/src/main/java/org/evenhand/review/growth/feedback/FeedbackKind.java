package org.evenhand.review.growth.feedback;

/** What feedback is for. */
public enum FeedbackKind {
  /** Of up to ten people together, for what they did. */
  RECOGNITION,
  /** To one person: what they did, what came of it, and what its author wishes instead. */
  CRITIQUE
}
