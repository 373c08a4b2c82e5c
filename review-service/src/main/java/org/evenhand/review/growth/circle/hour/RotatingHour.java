package org.evenhand.review.growth.circle.hour;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The hour of a day at which a meeting asks the least of whoever has borne the most so far. So the
 * hour goes round where no hour is good for all: first nobody is in the night twice in a row, if
 * that can be; then the one who would have borne the most bears as little as possible; then all
 * together do. Clocks are those of the day itself, summer time included.
 */
public final class RotatingHour {

  private static final int HOURS = 24;

  private RotatingHour() {}

  /**
   * @param day in UTC
   * @param attendees at least one
   */
  public static Instant on(LocalDate day, List<Attendee> attendees) {
    return IntStream.range(0, HOURS)
        .mapToObj(hour -> day.atTime(hour, 0).toInstant(ZoneOffset.UTC))
        .min(
            Comparator.<Instant>comparingLong(at -> nightsInARow(at, attendees))
                .thenComparingInt(at -> most(at, attendees))
                .thenComparingInt(at -> sum(at, attendees))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** The time that it is there. */
  public static LocalTime local(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalTime();
  }

  private static long nightsInARow(Instant at, List<Attendee> attendees) {
    return attendees.stream()
        .filter(each -> each.wasInNight() && Burden.isNight(local(at, each.zone())))
        .count();
  }

  private static int most(Instant at, List<Attendee> attendees) {
    return attendees.stream()
        .mapToInt(each -> each.burden() + Burden.of(local(at, each.zone())))
        .max()
        .orElseThrow();
  }

  private static int sum(Instant at, List<Attendee> attendees) {
    return attendees.stream().mapToInt(each -> Burden.of(local(at, each.zone()))).sum();
  }
}
