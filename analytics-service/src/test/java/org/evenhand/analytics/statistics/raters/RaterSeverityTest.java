package org.evenhand.analytics.statistics.raters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Moments;
import org.evenhand.analytics.statistics.Size;
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
    assertTrue(found.probability() > RaterSeverity.SURE);
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

  /** Four ratings as wide as chance between managers: half of the raw effect is theirs. */
  @Test
  void a_size_is_reached_at_its_points() {
    LevelCounts peers = LevelCounts.of(2, 0, 0, 0, 2);
    assertEquals(Size.NOTE, half(peers, LevelCounts.of(0, 0, 2, 2, 0)).size());
    assertEquals(Size.WARN, half(peers, LevelCounts.of(0, 0, 0, 4, 0)).size());
    assertEquals(Size.CRITICAL, half(peers, LevelCounts.of(0, 0, 0, 2, 2)).size());
    assertEquals(Size.NOTE, half(peers, LevelCounts.of(0, 2, 2, 0, 0)).size());
  }

  private static RaterSeverity half(LevelCounts peers, LevelCounts own) {
    double chance = Moments.of(peers).variance() / own.people();
    RaterProfile profile = RaterProfile.of(own, peers, chance).orElseThrow();
    assertEquals(0.5, profile.reliability());
    return known(profile);
  }

  @Test
  void a_range_is_restricted_below_its_ratio_and_not_at_it() {
    LevelCounts peers = LevelCounts.of(2, 0, 0, 0, 2);
    RaterSeverity half =
        known(RaterProfile.of(LevelCounts.of(0, 2, 0, 2, 0), peers, 0.1).orElseThrow());
    assertEquals(0.5, half.profile().deviationRatio().orElseThrow());
    assertEquals(Size.NOTE, half.rangeRestriction());
  }

  @Test
  void a_single_rating_is_not_narrow() {
    assertEquals(Size.NONE, severity(LevelCounts.of(0, 0, 1, 0, 0), 0.1).rangeRestriction());
  }

  @Test
  void where_nobody_uses_the_middle_nobody_uses_it_more() {
    LevelCounts apart = LevelCounts.of(5, 0, 5);
    RaterProfile profile = RaterProfile.of(LevelCounts.of(6, 0, 6), apart, 0.1).orElseThrow();
    assertEquals(0, profile.middleInterval().low());
    assertFalse(known(profile).centralTendency());
  }

  @Test
  void a_scale_of_two_levels_has_no_middle_to_prefer() {
    RaterProfile profile =
        RaterProfile.of(LevelCounts.of(6, 6), LevelCounts.of(9, 4), 0.1).orElseThrow();
    assertEquals(1, profile.middleShare());
    assertFalse(known(profile).centralTendency());
  }

  @Test
  void the_middle_is_used_more_only_when_all_of_the_interval_says_so() {
    assertTrue(severity(LevelCounts.of(0, 2, 30, 2, 0), 0.1).centralTendency());
    assertFalse(severity(LevelCounts.of(0, 2, 6, 2, 0), 0.1).centralTendency());
  }

  private static RaterSeverity severity(LevelCounts own, double between) {
    return known(RaterProfile.of(own, PEERS, between).orElseThrow());
  }

  /** As if the variance between raters and the mean of the peers were known. */
  private static RaterSeverity known(RaterProfile profile) {
    return new RaterSeverity(
        profile, new CautiousEffect(profile.shrunkenEffect(), profile.posteriorDeviation()));
  }
}
