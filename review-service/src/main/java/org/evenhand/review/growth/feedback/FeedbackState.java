package org.evenhand.review.growth.feedback;

/** The states of feedback. */
public enum FeedbackState {
  GIVEN,
  /** Its author has said more. */
  ADDED_TO,
  /** Taken back by its author; its words are gone. */
  RETRACTED,
  /** Taken away by HR; its words are gone. */
  HIDDEN;

  /** Whether its words are there. */
  public boolean isReadable() {
    return this == GIVEN || this == ADDED_TO;
  }
}
