package org.evenhand.policy.training;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Until when something counts. It stands still while its person is on leave, from the first day to
 * the last: nobody loses by having been away.
 *
 * @param until the last day, at the place of the person; null where it counts for good
 * @param standsStillFrom the first day of a leave that isn't over
 */
public record Validity(@Nullable LocalDate until, @Nullable LocalDate standsStillFrom) {

  public boolean standsStill() {
    return standsStillFrom != null;
  }

  Validity standingStill(LocalDate from) {
    return standsStill() || until == null || until.isBefore(from)
        ? this
        : new Validity(until, from);
  }

  /**
   * @param on the first day back
   */
  Validity goingOn(LocalDate on) {
    if (until == null || standsStillFrom == null || on.isBefore(standsStillFrom)) {
      return new Validity(until, null);
    }
    return new Validity(until.plusDays(ChronoUnit.DAYS.between(standsStillFrom, on)), null);
  }

  boolean isOver(LocalDate today) {
    return until != null && until.isBefore(today);
  }

  boolean isOverWithin(LocalDate today, int days) {
    return until != null && !until.isAfter(today.plusDays(days));
  }
}
