package org.evenhand.review.directory.lines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit that somebody serves as HR partner.
 *
 * @param from the first day
 * @param to the last day; open if null
 */
public record HrUnit(String orgUnit, LocalDate from, @Nullable LocalDate to) {

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
