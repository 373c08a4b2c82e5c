package org.evenhand.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.statistics.LevelCounts;
import org.junit.jupiter.api.Test;

class RenewalTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Scale SCALE = new Scale(3, 3);

  private final Renewal renewal = new Renewal(5, Duration.ofSeconds(10), Duration.ofMinutes(15));

  @Test
  void four_people_more_are_not_worth_it_and_five_are() {
    assertFalse(renewal.isWorthIt(published(10, 20, 5), now(10, 24, 5)));
    assertTrue(renewal.isWorthIt(published(10, 20, 5), now(10, 25, 5)));
  }

  @Test
  void five_people_who_changed_their_level_are_counted_once() {
    assertTrue(renewal.isWorthIt(published(10, 20, 5), now(10, 15, 10)));
    assertFalse(renewal.isWorthIt(published(10, 20, 5), now(10, 16, 9)));
  }

  @Test
  void a_person_who_goes_back_and_forth_has_not_moved() {
    assertFalse(renewal.isWorthIt(published(10, 20, 5), now(10, 20, 5)));
  }

  @Test
  void a_group_that_all_have_left_is_emptied() {
    assertTrue(renewal.isWorthIt(published(2, 3, 0), tally(Map.of("B", counts(1, 1, 1)))));
  }

  @Test
  void the_first_ratings_are_worth_it_and_a_few_more_of_a_group_that_is_only_named_are_not() {
    assertTrue(renewal.isWorthIt(Map.of(), now(1, 2, 1)));
    PublishedGroup named = new PublishedGroup(SCALE, counts(1, 0, 0), Map.of(), false, NOON);
    assertFalse(renewal.isWorthIt(Map.of("A", named), now(1, 2, 1)));
    assertTrue(renewal.isWorthIt(Map.of("A", named), now(2, 2, 1)));
  }

  @Test
  void another_scale_is_another_picture() {
    PublishedGroup onFive =
        new PublishedGroup(new Scale(5, 5), LevelCounts.of(1, 2, 3, 4, 5), Map.of(), true, NOON);
    assertTrue(renewal.isWorthIt(Map.of("A", onFive), now(10, 20, 5)));
  }

  @Test
  void nothing_is_renewed_while_the_cycle_is_moving() {
    assertFalse(renewal.isDue(NOON, NOON, Map.of(), NOON.plusSeconds(9)));
    assertTrue(renewal.isDue(NOON, NOON, Map.of(), NOON.plusSeconds(10)));
  }

  @Test
  void a_cycle_that_is_never_still_is_renewed_all_the_same() {
    Instant later = NOON.plus(Duration.ofMinutes(15));
    assertTrue(renewal.isDue(NOON, later, Map.of(), later));
    assertFalse(
        renewal.isDue(
            NOON,
            later,
            Map.of(
                "A",
                new PublishedGroup(SCALE, counts(9, 9, 9), Map.of(), true, NOON.plusSeconds(1))),
            later));
  }

  private static Map<String, PublishedGroup> published(long... lowestFirst) {
    return Map.of("A", group(lowestFirst));
  }

  private static PublishedGroup group(long... lowestFirst) {
    return new PublishedGroup(SCALE, counts(lowestFirst), Map.of(), true, NOON);
  }

  private static Tally now(long... lowestFirst) {
    return tally(Map.of("A", counts(lowestFirst)));
  }

  private static Tally tally(Map<String, LevelCounts> groups) {
    return new Tally(SCALE, new TreeMap<>(groups), 0);
  }

  private static LevelCounts counts(long... lowestFirst) {
    return LevelCounts.of(lowestFirst);
  }
}
