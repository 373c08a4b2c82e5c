package org.evenhand.review.growth.checkin;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.kit.data.place.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * When the two meet.
 *
 * @param recordBy the last day to say that they did
 * @param everyWeeks after how many weeks the next one is planned by itself; null for none
 */
public record Plan(LocalDate day, LocalDate recordBy, @Nullable Integer everyWeeks) {

  private static final int DAYS_TO_RECORD = 3;
  private static final int DAYS_AFTER_AN_ABSENCE = 5;

  public static Plan on(LocalDate day, @Nullable Integer everyWeeks, WorkingDays days) {
    return new Plan(day, days.plus(day, DAYS_TO_RECORD), everyWeeks);
  }

  /** The first one in the rhythm that is still ahead; null where there is no rhythm. */
  public @Nullable Plan next(WorkingDays days, Instant now) {
    if (everyWeeks == null) {
      return null;
    }
    LocalDate today = days.today(now);
    LocalDate next = day.plusWeeks(everyWeeks);
    while (!next.isAfter(today)) {
      next = next.plusWeeks(everyWeeks);
    }
    return on(next, everyWeeks, days);
  }

  /** As it is, or a week ahead where it was meant for days on which somebody was away. */
  public Plan resumed(WorkingDays days, Instant now) {
    LocalDate today = days.today(now);
    return day.isAfter(today)
        ? this
        : on(days.plus(today, DAYS_AFTER_AN_ABSENCE), everyWeeks, days);
  }
}
