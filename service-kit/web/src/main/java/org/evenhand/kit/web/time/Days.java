package org.evenhand.kit.web.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A day is a day at the person's place. Where the place's time zone isn't known, nobody may be
 * refused for living east or west of Greenwich: today is any day that has begun somewhere, and a
 * last day is over only when it is over everywhere.
 */
public final class Days {

  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);
  private static final ZoneOffset LATEST = ZoneOffset.ofHours(-12);

  private Days() {}

  /** The latest day that has begun somewhere; whatever lies after it is in the future. */
  public static LocalDate begun(Instant now) {
    return LocalDate.ofInstant(now, EARLIEST);
  }

  /** The earliest day that is still going on somewhere; whatever lies before it is over. */
  public static LocalDate goingOn(Instant now) {
    return LocalDate.ofInstant(now, LATEST);
  }

  /** When a day is over everywhere. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(LATEST).toInstant();
  }
}
