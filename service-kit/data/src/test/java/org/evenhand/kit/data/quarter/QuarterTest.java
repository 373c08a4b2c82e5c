package org.evenhand.kit.data.quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-Q1, 2026-01-01, 2026-Q2",
    "2026-03-31, 2026-Q1, 2026-01-01, 2026-Q2",
    "2026-12-31, 2026-Q4, 2026-10-01, 2027-Q1"
  })
  void aDayIsInOneAndAnotherFollows(LocalDate day, String text, LocalDate first, String next) {
    Quarter quarter = Quarter.of(day);

    assertEquals(text, quarter.text());
    assertEquals(quarter, Quarter.of(text));
    assertEquals(first, quarter.first());
    assertEquals(next, quarter.next().text());
  }

  @Test
  void itHasDaysAndBeginsAtLastWhereItIsLatest() {
    Quarter quarter = Quarter.of("2027-Q1");

    assertEquals("2026-Q4", quarter.previous().text());
    assertEquals(LocalDate.parse("2027-03-31"), quarter.last());
    assertEquals(90, quarter.length());
    assertEquals(Instant.parse("2026-12-31T10:00:00Z"), quarter.beginsSomewhere());
    assertEquals(Instant.parse("2027-01-01T12:00:00Z"), quarter.beginsEverywhere());
  }

  @Test
  void itIsToldAMonthAfterItsEnd() {
    assertEquals(Instant.parse("2027-02-01T12:00:00Z"), Quarter.of("2026-Q4").toldAt());
  }

  @ParameterizedTest
  @CsvSource({"2027-02-01, 2026-Q4", "2027-02-07, 2026-Q4", "2027-02-08, 2027-Q1"})
  void oneIsLookedForUntilAWeekAfterItsDay(LocalDate today, String quarter) {
    assertEquals(quarter, Quarter.toldAround(today).text());
  }
}
