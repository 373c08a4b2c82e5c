package org.evenhand.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.kit.web.time.Days;
import org.junit.jupiter.api.Test;

/** A day is a day at the person's place, wherever that is. */
class DaysTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-11-28");
  private static final LocalDate SECOND = LocalDate.parse("2026-11-29");

  @Test
  void beginsInTheEastBeforeItBeginsInGreenwich() {
    assertEquals(FIRST, Days.begun(Instant.parse("2026-11-28T09:59:59Z")));
    assertEquals(SECOND, Days.begun(Instant.parse("2026-11-28T10:00:00Z")));
  }

  @Test
  void isOverWhenItIsOverInTheWest() {
    assertEquals(FIRST, Days.goingOn(Instant.parse("2026-11-29T11:59:59Z")));
    assertEquals(SECOND, Days.goingOn(Instant.parse("2026-11-29T12:00:00Z")));
    assertEquals(Instant.parse("2026-11-29T12:00:00Z"), Days.endOf(FIRST));
  }
}
