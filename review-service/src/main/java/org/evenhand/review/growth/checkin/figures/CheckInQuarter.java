package org.evenhand.review.growth.checkin.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A calendar quarter, by its first day. */
record CheckInQuarter(LocalDate first) {

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-'Q'Q");

  String name() {
    return NAME.format(first);
  }

  CheckInQuarter next() {
    return new CheckInQuarter(first.plusMonths(3));
  }

  /**
   * A month after its end: what was planned for its last day is held or missed by then, wherever
   * and however many days are free there. The day has begun everywhere by noon of UTC, but for some
   * islands.
   */
  Instant tellAt() {
    return first.plusMonths(4).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
