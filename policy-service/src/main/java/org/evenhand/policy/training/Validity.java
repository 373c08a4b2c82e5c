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

  /** How long before its last day it is to be gone through again. */
  static final int RENEWAL_DAYS = 30;

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

  boolean isToBeRenewed(LocalDate today) {
    return until != null && !until.isAfter(today.plusDays(RENEWAL_DAYS));
  }

  /** The day on which it is to be renewed, or is over; null where it counts for good. */
  @Nullable LocalDate nextLook(LocalDate today) {
    if (until == null) {
      return null;
    }
    LocalDate renewal = until.minusDays(RENEWAL_DAYS);
    return renewal.isAfter(today) ? renewal : until.plusDays(1);
  }
}
