package org.evenhand.analytics;

import java.time.LocalDate;

/**
 * A quarter of a calendar year, such as {@code 2026-Q4}.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {

  public static final String FORM = "^[12][0-9]{3}-Q[1-4]$";

  private static final int YEAR_DIGITS = 4;

  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  /**
   * @param text of this {@link #FORM}
   */
  public static Quarter of(String text) {
    return new Quarter(
        Integer.parseInt(text.substring(0, YEAR_DIGITS)),
        Integer.parseInt(text.substring(text.length() - 1)));
  }

  public LocalDate first() {
    return LocalDate.of(year, 3 * number - 2, 1);
  }

  /** In its {@link #FORM}. */
  public String text() {
    return year + "-Q" + number;
  }
}
