package org.evenhand.calibration.obligation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuotaTest {

  private static final Quota TWO = new Quota(2);

  @Test
  void a_whole_quarter_asks_for_all_and_half_of_it_for_half() {
    assertEquals(2, TWO.of(92, 92));
    assertEquals(2, TWO.of(69, 92));
    assertEquals(1, TWO.of(68, 92));
    assertEquals(1, TWO.of(46, 92));
    assertEquals(3, new Quota(5).of(60, 92));
  }

  @Test
  void fewer_than_forty_five_days_ask_for_nothing_and_no_more_for_one_at_least() {
    assertEquals(0, TWO.of(44, 92));
    assertEquals(1, TWO.of(45, 92));
    assertEquals(1, new Quota(1).of(45, 92));
  }

  @Test
  void a_quarter_has_a_name_and_days_and_begins_at_last_where_it_is_latest() {
    Quarter quarter = Quarter.of(LocalDate.parse("2027-03-31"));

    assertEquals("2027-Q1", quarter.name());
    assertEquals(quarter, Quarter.named("2027-Q1"));
    assertEquals(LocalDate.parse("2027-03-31"), quarter.last());
    assertEquals(90, quarter.length());
    assertEquals("2027-Q2", quarter.next().name());
    assertEquals(Instant.parse("2027-01-01T12:00:00Z"), quarter.beginsEverywhere());
    assertEquals(Instant.parse("2026-12-31T10:00:00Z"), quarter.beginsSomewhere());
  }
}
