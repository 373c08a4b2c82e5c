package org.evenhand.kit.data.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day on which nobody has to work.
 *
 * @param name of a public holiday, in English
 */
public record FreeDay(LocalDate date, Reason reason, @Nullable String name) {

  /** Why a day is free. */
  public enum Reason {
    /** One of the place's own free days. */
    EXCEPTION,
    /** A public holiday, be it on a weekend or not. */
    HOLIDAY,
    WEEKEND,
    /** The place's clocks left the day out. */
    SKIPPED
  }
}
