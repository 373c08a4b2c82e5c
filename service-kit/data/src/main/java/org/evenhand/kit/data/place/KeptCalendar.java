package org.evenhand.kit.data.place;

import java.util.UUID;

/**
 * A calendar as its row has it.
 *
 * @param id {@linkplain SiteCalendar#id of the place}
 * @param version rising with every change, even where the calendar was removed in between
 */
public record KeptCalendar(UUID id, long version, SiteCalendar calendar) {

  public KeptCalendar(long version, SiteCalendar calendar) {
    this(calendar.id(), version, calendar);
  }
}
