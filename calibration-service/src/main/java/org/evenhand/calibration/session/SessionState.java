package org.evenhand.calibration.session;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a session is, in this order. What leads from one to another is a {@link Transition}. */
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

  /** What can be done with a session in this state. */
  public Set<Transition> open() {
    return Stream.of(Transition.values())
        .filter(transition -> transition.from().contains(this))
        .collect(toEnumSet(Transition.class));
  }

  /** Which other states it may come to by one step. */
  public Set<SessionState> next() {
    return open().stream()
        .map(transition -> transition.after(this))
        .filter(state -> state != this)
        .collect(toEnumSet(SessionState.class));
  }

  public boolean isFinal() {
    return next().isEmpty();
  }

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

  private static <E extends Enum<E>> Collector<E, ?, EnumSet<E>> toEnumSet(Class<E> type) {
    return Collectors.toCollection(() -> EnumSet.noneOf(type));
  }
}
