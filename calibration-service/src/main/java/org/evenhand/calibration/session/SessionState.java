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
  PUBLISHED;

  /** A locked session that review-service refuses goes back to READY with the reason. */
  Set<SessionState> next() {
    return switch (this) {
      case PLANNED -> EnumSet.of(SAMPLES_READY);
      case SAMPLES_READY -> EnumSet.of(BLIND_SCORING);
      case BLIND_SCORING -> EnumSet.of(REVEALED);
      case REVEALED -> EnumSet.of(DISCUSSION);
      case DISCUSSION -> EnumSet.of(READY);
      case READY -> EnumSet.of(LOCKED, DISCUSSION);
      case LOCKED -> EnumSet.of(PUBLISHED, READY);
      case PUBLISHED -> EnumSet.noneOf(SessionState.class);
    };
  }

  /** As it stands in an event's type: {@code samples-ready}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
