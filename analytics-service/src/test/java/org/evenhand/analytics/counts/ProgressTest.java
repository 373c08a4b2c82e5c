package org.evenhand.analytics.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.evenhand.analytics.statistics.verdict.InterimLook;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void a_cycle_with_ratings_to_come_is_looked_at_before_its_end() {
    assertEquals(new InterimLook(.25), Progress.look(50, 200));
  }

  @Test
  void a_history_and_a_cycle_of_which_nothing_is_missing_are_complete() {
    assertEquals(InterimLook.FINAL, Progress.look(0, 0));
    assertEquals(InterimLook.FINAL, Progress.look(200, 200));
    assertEquals(InterimLook.FINAL, Progress.look(201, 200));
  }
}
