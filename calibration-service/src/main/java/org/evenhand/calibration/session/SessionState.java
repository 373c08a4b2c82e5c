package org.evenhand.calibration.session;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The life of a session. What it may become next is all that its state machine is. */
public enum SessionState {
  PLANNED,
  SAMPLES_READY,
  BLIND_SCORING,
  REVEALED,
  DISCUSSION,
  READY,
  LOCKED,
  PUBLISHED,
  CANCELLED;

  /**
   * A locked session that review-service refuses goes back to READY with the reason. What is locked
   * is on its way to the reviews and can't be called back; anything before can be cancelled.
   */
  Set<SessionState> next() {
    return switch (this) {
      case PLANNED -> EnumSet.of(SAMPLES_READY, CANCELLED);
      case SAMPLES_READY -> EnumSet.of(BLIND_SCORING, CANCELLED);
      case BLIND_SCORING -> EnumSet.of(REVEALED, CANCELLED);
      case REVEALED -> EnumSet.of(DISCUSSION, CANCELLED);
      case DISCUSSION -> EnumSet.of(READY, CANCELLED);
      case READY -> EnumSet.of(LOCKED, DISCUSSION, CANCELLED);
      case LOCKED -> EnumSet.of(PUBLISHED, READY);
      case PUBLISHED, CANCELLED -> EnumSet.noneOf(SessionState.class);
    };
  }

  /** From REVEALED on everybody sees all scores; never of a session that was cancelled. */
  boolean isRevealed() {
    return switch (this) {
      case PLANNED, SAMPLES_READY, BLIND_SCORING, CANCELLED -> false;
      case REVEALED, DISCUSSION, READY, LOCKED, PUBLISHED -> true;
    };
  }

  /** Whether its facilitators still have something to do. */
  boolean isOpen() {
    return next().contains(CANCELLED);
  }

  /** As it stands in an event's type: {@code samples-ready}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
