package org.evenhand.review.place;

import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.place.KeptCalendar;
import org.evenhand.kit.data.place.SiteCalendar;
import org.evenhand.kit.data.step.Fact;
import org.jspecify.annotations.Nullable;

/** How our other services learn of calendars. */
final class PlaceEvents {

  private static final String TOPIC = "evenhand.internal.places";
  private static final String TYPE = "org.evenhand.place.recorded.v1";

  private PlaceEvents() {}

  static Fact recorded(KeptCalendar kept) {
    return fact("recorded", kept.version(), kept.calendar(), kept.calendar());
  }

  /**
   * @param version above that of the calendar which is no more
   */
  static Fact removed(SiteCalendar calendar, long version) {
    return fact("removed", version, calendar, null);
  }

  private static Fact fact(
      String action, long version, SiteCalendar calendar, @Nullable SiteCalendar told) {
    String id = calendar.id().toString();
    return Fact.told(
        "site-calendar",
        calendar.id(),
        action,
        calendar,
        new OutboxEvent(TOPIC, TYPE, id, id, version, told));
  }
}
