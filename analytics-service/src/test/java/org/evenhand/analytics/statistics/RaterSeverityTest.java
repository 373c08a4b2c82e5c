package org.evenhand.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RaterSeverityTest {

  private static final LevelCounts PEERS = LevelCounts.of(50, 200, 900, 600, 250);

  @Test
  void twelve_ratings_of_a_lenient_rater_are_a_size_that_is_not_sure() {
    RaterSeverity found = severity(LevelCounts.of(0, 0, 2, 6, 4), 0.09);
    // The published case: a shrunken effect of .431 with a posterior deviation of .198.
    assertEquals(Size.NOTE, found.size());
    assertEquals(0.8195, found.probability(), 0.0005);
    assertEquals(Size.NONE, found.level());
  }

  @Test
  void the_same_of_sixty_is_sure() {
    RaterSeverity found = severity(LevelCounts.of(0, 0, 10, 30, 20), 0.09);
    assertTrue(found.probability() > RaterProfile.SURE);
    assertEquals(Size.WARN, found.level());
  }

  @Test
  void raters_who_differ_by_chance_alone_have_no_level() {
    RaterSeverity found = severity(LevelCounts.of(0, 0, 0, 0, 30), 0);
    assertEquals(0, found.probability());
    assertEquals(Size.NONE, found.level());
  }

  @Test
  void severe_and_lenient_raters_reach_the_same_sizes() {
    assertEquals(Size.CRITICAL, severity(LevelCounts.of(0, 0, 0, 0, 60), 0.5).level());
    assertEquals(Size.CRITICAL, severity(LevelCounts.of(60, 0, 0, 0, 0), 0.5).level());
    assertEquals(Size.WARN, severity(LevelCounts.of(0, 0, 0, 85, 15), 0.5).level());
  }

  @Test
  void a_narrow_range_is_measured_by_the_ratio_of_deviations() {
    assertEquals(Size.NONE, severity(LevelCounts.of(1, 2, 9, 6, 2), 0.1).rangeRestriction());
    assertEquals(Size.NOTE, severity(LevelCounts.of(0, 3, 14, 3, 0), 0.1).rangeRestriction());
    assertEquals(Size.WARN, severity(LevelCounts.of(0, 2, 20, 1, 0), 0.1).rangeRestriction());
    assertEquals(Size.CRITICAL, severity(LevelCounts.of(0, 0, 30, 1, 0), 0.1).rangeRestriction());
  }

  @Test
  void the_middle_is_used_more_only_when_all_of_the_interval_says_so() {
    assertTrue(severity(LevelCounts.of(0, 2, 30, 2, 0), 0.1).centralTendency());
    assertFalse(severity(LevelCounts.of(0, 2, 6, 2, 0), 0.1).centralTendency());
  }

  private static RaterSeverity severity(LevelCounts own, double between) {
    return new RaterSeverity(RaterProfile.of(own, PEERS, between).orElseThrow());
  }
}
