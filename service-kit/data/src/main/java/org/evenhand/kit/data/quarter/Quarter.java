package org.evenhand.kit.data.quarter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.evenhand.kit.data.place.WorkingDays;

/**
 * A quarter of a calendar year, such as {@code 2026-Q4}.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {

  public static final String FORM = "^[12][0-9]{3}-Q[1-4]$";

  private static final int YEAR_DIGITS = 4;
  private static final int MONTHS = 3;

  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() + MONTHS - 1) / MONTHS);
  }

  /**
   * @param text of this {@link #FORM}
   */
  public static Quarter of(String text) {
    return new Quarter(
        Integer.parseInt(text.substring(0, YEAR_DIGITS)),
        Integer.parseInt(text.substring(text.length() - 1)));
  }

  /** The one whose figures are told next, or were told in the last days. */
  public static Quarter toldAround(LocalDate today) {
    return of(today.minusMonths(1).minusDays(7));
  }

  public LocalDate first() {
    return LocalDate.of(year, MONTHS * (number - 1) + 1, 1);
  }

  public LocalDate last() {
    return next().first().minusDays(1);
  }

  /** In days. */
  public int length() {
    return (int) ChronoUnit.DAYS.between(first(), next().first());
  }

  public Quarter next() {
    return of(first().plusMonths(MONTHS));
  }

  public Quarter previous() {
    return of(first().minusMonths(MONTHS));
  }

  /** When it begins where days begin first. */
  public Instant beginsSomewhere() {
    return first().atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
  }

  /** When it has begun everywhere. */
  public Instant beginsEverywhere() {
    return WorkingDays.unknown().endOf(first().minusDays(1));
  }

  /** A month after its end: what was due on its last day is settled then. */
  public LocalDate toldOn() {
    return next().first().plusMonths(1);
  }

  /** That day has begun everywhere by noon of UTC, but for some islands. */
  public Instant toldAt() {
    return toldOn().atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  /** In its {@link #FORM}. */
  public String text() {
    return year + "-Q" + number;
  }
}
