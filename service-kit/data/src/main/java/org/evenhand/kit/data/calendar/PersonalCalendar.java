package org.evenhand.kit.data.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A person's dates of one service, or of all.
 *
 * @param missing the services that were away, whose dates are not among these
 */
public record PersonalCalendar(
    LocalDate from, LocalDate to, List<CalendarEntry> items, List<String> missing) {

  public PersonalCalendar {
    items = List.copyOf(items);
    missing = List.copyOf(missing);
  }
}
