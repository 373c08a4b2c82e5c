package org.evenhand.kit.data.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date that concerns a person, as its source has it now.
 *
 * @param kind what it is, such as {@code MILESTONE_SHARE}; part of the API
 * @param key tells it from others of its kind, and stays when the date moves
 * @param subject the path of what it is about
 * @param operations the ids of the operations that do it; none where there is nothing to do
 * @param count how many of its kind fall together
 */
public record CalendarDate(
    String kind,
    String key,
    When when,
    @Nullable String subject,
    List<String> operations,
    long count) {

  public CalendarDate {
    operations = List.copyOf(operations);
  }

  /** One of its kind, with nothing to do. */
  public static CalendarDate of(String kind, String key, When when, String subject) {
    return new CalendarDate(kind, key, when, subject, List.of(), 1);
  }
}
