package org.evenhand.kit.data.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When something is: on whole days, whatever the place, or at hours of a place. Only one of the two
 * is there.
 *
 * @param first the first day
 * @param last the last day; it belongs to it
 * @param start the first moment
 * @param end the moment at which it is over; that of the start where it only happens
 */
public record When(
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable ZoneId zone) {

  /**
   * @throws IllegalArgumentException where it is of both kinds or of neither, or ends before it
   *     begins
   */
  public When {
    boolean days = first != null && last != null && !last.isBefore(first);
    boolean hours = start != null && end != null && zone != null && !end.isBefore(start);
    if (days == hours || days && any(start, end, zone) || hours && any(first, last)) {
      throw new IllegalArgumentException("neither days nor hours");
    }
  }

  public static When on(LocalDate day) {
    return on(day, day);
  }

  public static When on(LocalDate first, LocalDate last) {
    return new When(first, last, null, null, null);
  }

  public static When at(Instant moment, ZoneId zone) {
    return new When(null, null, moment, moment, zone);
  }

  LocalDate firstDay() {
    return first != null ? first : day(Objects.requireNonNull(start));
  }

  LocalDate lastDay() {
    return last != null ? last : day(Objects.requireNonNull(end));
  }

  boolean isWithin(CalendarPeriod period) {
    return !lastDay().isBefore(period.from()) && !firstDay().isAfter(period.to());
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, Objects.requireNonNull(zone));
  }

  private static boolean any(@Nullable Object... parts) {
    return Stream.of(parts).anyMatch(Objects::nonNull);
  }
}
