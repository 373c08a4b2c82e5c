package org.evenhand.review.calendarfeed;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed of a person.
 *
 * @param lastUsedOn null before the first time
 */
record Feed(UUID id, UUID person, LocalDate madeOn, @Nullable LocalDate lastUsedOn) {

  /** Unused for longer, it is gone: a secret that nobody needs is one that somebody may find. */
  static final int DAYS_UNUSED = 180;

  /** The last day on which one that was used or made then is gone. */
  static LocalDate goneBefore(LocalDate today) {
    return today.minusDays(DAYS_UNUSED);
  }
}
