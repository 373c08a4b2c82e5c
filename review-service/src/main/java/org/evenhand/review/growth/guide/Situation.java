package org.evenhand.review.growth.guide;

/** What a conversation is about. */
public enum Situation {
  HARD_MESSAGE,
  DISAGREEMENT,
  /** Somebody is back after a long absence. */
  RETURN,
  CROSS_BORDER
}
