package org.evenhand.calibration.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import org.evenhand.kit.data.place.WorkingDays;

/** Three months of a year, at the place of whoever they are counted for. */
public record Quarter(LocalDate first) {

  private static final int MONTHS = 3;

  /** As a query names one. */
  public static final String PATTERN = "^[0-9]{4}-Q[1-4]$";

  static Quarter of(LocalDate day) {
    return new Quarter(day.with(IsoFields.DAY_OF_QUARTER, 1));
  }

  /**
   * @param name as {@link #PATTERN} has it
   */
  static Quarter named(String name) {
    int year = Integer.parseInt(name.substring(0, 4));
    int quarter = name.charAt(name.length() - 1) - '0';
    return new Quarter(LocalDate.of(year, MONTHS * (quarter - 1) + 1, 1));
  }

  String name() {
    return "%04d-Q%d".formatted(first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
  }

  LocalDate last() {
    return next().first().minusDays(1);
  }

  Quarter next() {
    return new Quarter(first.plusMonths(MONTHS));
  }

  int length() {
    return (int) ChronoUnit.DAYS.between(first, next().first());
  }

  /** When it begins where days begin first. */
  public Instant beginsSomewhere() {
    return first.atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
  }

  /** When it has begun everywhere. */
  Instant beginsEverywhere() {
    return WorkingDays.unknown().endOf(first.minusDays(1));
  }
}
