package org.evenhand.calibration.session;

import java.util.Locale;

/** How far a session is, in this order; what leads on is in {@link SessionLifecycle}. */
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

  /** From REVEALED on everybody sees all scores; never of a session that was cancelled. */
  public boolean isRevealed() {
    return switch (this) {
      case PLANNED, SAMPLES_READY, BLIND_SCORING, CANCELLED -> false;
      case REVEALED, DISCUSSION, READY, LOCKED, PUBLISHED -> true;
    };
  }

  /** As it stands in an event's type: {@code samples-ready}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
