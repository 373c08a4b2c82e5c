package org.evenhand.calibration.obligation;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
  void where_none_is_asked_for_a_whole_quarter_none_is_owed() {
    assertEquals(0, new Quota(0).of(92, 92));
  }
}
