package org.evenhand.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
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
  void four_people_more_change_nothing_of_what_is_shown() {
    assertEquals(Set.of(), renewal.of(published(10, 20, 5), now(10, 24, 5)).keySet());
  }

  @Test
  void five_people_more_renew_the_group() {
    assertEquals(Set.of("A"), renewal.of(published(10, 20, 5), now(10, 25, 5)).keySet());
  }

  @Test
  void five_people_who_changed_their_level_renew_the_group_and_are_counted_once() {
    assertEquals(Set.of("A"), renewal.of(published(10, 20, 5), now(10, 15, 10)).keySet());
    assertEquals(Set.of(), renewal.of(published(10, 20, 5), now(10, 16, 9)).keySet());
  }

  @Test
  void a_person_who_goes_back_and_forth_has_not_moved() {
    assertEquals(Set.of(), renewal.of(published(10, 20, 5), now(10, 20, 5)).keySet());
  }

  @Test
  void each_group_moves_by_itself_so_that_none_of_them_tells_of_one_person() {
    Map<String, PublishedGroup> published = Map.of("A", group(10, 20, 5), "B", group(1, 20, 5));
    Tally now = tally(Map.of("A", counts(20, 20, 5), "B", counts(2, 20, 5)));
    assertEquals(Set.of("A"), renewal.of(published, now).keySet());
  }

  @Test
  void a_group_that_all_have_left_is_emptied() {
    var renewed = renewal.of(published(2, 3, 0), tally(Map.of("B", counts(9, 9, 9))));
    assertEquals(counts(0, 0, 0), renewed.get("A"));
  }

  @Test
  void a_group_of_fewer_people_is_not_published_at_all() {
    assertEquals(Set.of(), renewal.of(Map.of(), now(1, 2, 1)).keySet());
  }

  @Test
  void another_scale_is_another_picture() {
    PublishedGroup onFive =
        new PublishedGroup(new Scale(5, 5), LevelCounts.of(1, 2, 3, 4, 5), NOON);
    assertEquals(Set.of("A"), renewal.of(Map.of("A", onFive), now(10, 20, 5)).keySet());
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
            Map.of("A", new PublishedGroup(SCALE, counts(9, 9, 9), NOON.plusSeconds(1))),
            later));
  }

  private static Map<String, PublishedGroup> published(long... lowestFirst) {
    return Map.of("A", group(lowestFirst));
  }

  private static PublishedGroup group(long... lowestFirst) {
    return new PublishedGroup(SCALE, counts(lowestFirst), NOON);
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
