package org.evenhand.kit.web.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/**
 * Dates and times as RFC 3339, section 5.6, writes them. Its years have four digits; those that
 * Java reads besides are beyond what databases and calendars hold.
 */
public final class Rfc3339 {

  private static final int DATE_LENGTH = "2026-03-01".length();

  private static final DateTimeFormatter FULL_DATE =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4)
          .appendLiteral('-')
          .appendValue(ChronoField.MONTH_OF_YEAR, 2)
          .appendLiteral('-')
          .appendValue(ChronoField.DAY_OF_MONTH, 2)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private Rfc3339() {}

  /**
   * @throws DateTimeException when the text is no date
   */
  public static LocalDate date(String text) {
    return LocalDate.parse(text, FULL_DATE);
  }

  /**
   * @throws DateTimeException when the text is no time
   */
  public static Instant instant(String text) {
    LocalDate unused = date(text.substring(0, Math.min(DATE_LENGTH, text.length())));
    return Instant.parse(text);
  }
}
