package org.evenhand.review.growth.checklist.template;

import java.time.LocalDate;
import org.evenhand.kit.data.place.WorkingDays;

/**
 * The days of the items of a list that begins.
 *
 * @param from the day from which they are counted
 * @param today at the place
 */
public record ItemDays(WorkingDays days, LocalDate from, LocalDate today) {

  /** What would have been due before there was a list has this many working days. */
  private static final int LATE_START = 5;

  LocalDate of(int offset) {
    LocalDate day = offset < 0 ? days.minus(from, -offset) : days.plus(from, offset);
    return day.isBefore(today) ? days.plus(today, LATE_START) : day;
  }
}
