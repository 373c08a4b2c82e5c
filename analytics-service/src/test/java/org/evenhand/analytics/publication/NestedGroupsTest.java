package org.evenhand.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.statistics.LevelCounts;
import org.junit.jupiter.api.Test;

/** Units within locations: one less the others may not be a few people. */
class NestedGroupsTest {

  private static final Rules RULES = new Rules(5, List.of(5, 10));
  private static final Scale SCALE = new Scale(3, 3);
  private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

  private static final Nesting NESTING =
      new Nesting(
          List.of(
              place("A", "Berlin"),
              place("B", "Berlin"),
              place("F", "Berlin"),
              place("G", "Berlin"),
              place("C", "Paris"),
              place("D", "Rome"),
              place("D", "Berlin"),
              place("E", "Rome"),
              place("E", "Berlin")));

  private final SortedMap<Part, SortedMap<String, PublishedGroup>> before = new TreeMap<>();
  private final SortedMap<Part, SortedMap<String, PublishedGroup>> after = new TreeMap<>();

  /** B is too small to be shown: Berlin less A would be its three ratings. */
  @Test
  void a_location_is_not_shown_beside_all_of_its_units_but_a_small_one() {
    show(after, Phase.BEFORE, Map.of("A", 20, "B", -3, "C", 12), Map.of("Berlin", 23, "Paris", 20));
    assertEquals(Set.of("BEFORE Berlin"), refused());
  }

  /** Five came to A and three to B, which waits: Berlin has moved for the three. */
  @Test
  void a_location_is_not_shown_where_it_has_moved_for_a_few_of_a_unit_that_waits() {
    show(before, Phase.BEFORE, Map.of("A", 30, "B", 18), Map.of("Berlin", 48, "Paris", 20));
    show(after, Phase.BEFORE, Map.of("A", 35, "B", 18), Map.of("Berlin", 56, "Paris", 20));
    assertEquals(Set.of("BEFORE Berlin"), refused());
  }

  /** Nobody has come since, but whoever saw Berlin before would see the three as well. */
  @Test
  void a_refused_location_is_not_shown_again_before_the_few_are() {
    show(before, Phase.BEFORE, units(30, 18), Map.of("Berlin", 56, "Paris", 20));
    show(after, Phase.BEFORE, units(35, 18), Map.of("Berlin", 64, "Paris", 20));
    assertEquals(Set.of("BEFORE Berlin"), refused());
    before.putAll(settled());
    show(after, Phase.BEFORE, units(35, 18), Map.of("Berlin", 64, "Paris", 25));
    assertEquals(Set.of("BEFORE Berlin"), refused());
    before.putAll(settled());
    show(after, Phase.BEFORE, units(35, 23), Map.of("Berlin", 66, "Paris", 25));
    assertEquals(Set.of(), refused());
  }

  /** Two of them are too small to be shown. */
  private static Map<String, Integer> units(int ofA, int ofB) {
    return Map.of("A", ofA, "B", ofB, "F", -4, "G", -4);
  }

  @Test
  void a_location_is_shown_where_the_rest_is_nobody_or_as_many_as_a_step() {
    show(
        before, Phase.BEFORE, Map.of("A", 30, "B", 18, "C", 20), Map.of("Berlin", 48, "Paris", 20));
    show(after, Phase.BEFORE, Map.of("A", 35, "B", 18, "C", 26), Map.of("Berlin", 58, "Paris", 26));
    assertEquals(Set.of(), refused());
  }

  /** Three of B, whose figures after calibration are not shown, wait for a session. */
  @Test
  void after_calibration_a_location_waits_for_the_undecided_of_its_units() {
    show(after, Phase.BEFORE, Map.of("A", 30, "B", 20), Map.of("Berlin", 50, "Paris", 20));
    show(after, Phase.AFTER, Map.of("A", 30, "B", -17), Map.of("Berlin", 47, "Paris", 20));
    assertEquals(Set.of("AFTER Berlin"), refused());
  }

  /** A whole location of one unit: each lies within the other, and neither tells of anybody. */
  @Test
  void groups_of_the_same_people_are_shown_both() {
    show(after, Phase.BEFORE, Map.of("C", 20, "A", 30), Map.of("Paris", 20, "Berlin", 30));
    assertEquals(Set.of(), refused());
  }

  /** D and E are in several places, so that Rome less any of them is no group. */
  @Test
  void what_does_not_lie_within_a_group_is_no_part_of_it() {
    show(after, Phase.BEFORE, Map.of("D", 30, "E", 30), Map.of("Rome", 33, "Berlin", 27));
    assertEquals(Set.of(), refused());
  }

  /** What a look finds of a refused group: that it is there, and nothing of its ratings. */
  @Test
  void a_refused_group_is_seen_as_one_that_is_too_small() {
    show(after, Phase.BEFORE, Map.of("A", 20, "B", -3, "C", 12), Map.of("Berlin", 23, "Paris", 20));
    SortedMap<String, PublishedGroup> places =
        settled().get(new Part(Phase.BEFORE, "workLocation"));
    assertEquals(LevelCounts.of(8, 8, 7), places.get("Berlin").counts());
    assertEquals(
        List.of(
            new ShownGroup("Berlin", LevelCounts.of(4, 0, 0), Map.of()),
            new ShownGroup("Paris", LevelCounts.of(7, 7, 6), Map.of())),
        Picture.seen(RULES, places));
  }

  private SortedMap<Part, SortedMap<String, PublishedGroup>> settled() {
    return NestedGroups.refused(RULES, NESTING, before, after);
  }

  private Set<String> refused() {
    Set<String> refused = new TreeSet<>();
    settled()
        .forEach(
            (part, groups) ->
                groups.forEach(
                    (name, group) -> {
                      if (group.refused()) {
                        refused.add(part.phase() + " " + name);
                      }
                    }));
    return refused;
  }

  /** With so many people; a negative number is of a unit that is named only. */
  private static void show(
      SortedMap<Part, SortedMap<String, PublishedGroup>> parts,
      Phase phase,
      Map<String, Integer> units,
      Map<String, Integer> locations) {
    SortedMap<String, PublishedGroup> groups = new TreeMap<>();
    units.forEach((name, people) -> groups.put(name, group(people)));
    parts.put(new Part(phase, "orgUnit"), groups);
    SortedMap<String, PublishedGroup> places = new TreeMap<>();
    locations.forEach((name, people) -> places.put(name, group(people)));
    parts.put(new Part(phase, "workLocation"), places);
  }

  private static PublishedGroup group(int people) {
    if (people < 0) {
      LevelCounts standIn = Material.standIn(SCALE.size(), RULES.hidden(-people));
      return new PublishedGroup(SCALE, standIn, Map.of(), false, NOON);
    }
    LevelCounts counts = LevelCounts.of((people + 2) / 3, (people + 1) / 3, people / 3);
    return new PublishedGroup(SCALE, counts, Map.of(), true, NOON);
  }

  private static List<String> place(String unit, String location) {
    return List.of(unit, "HEO", "Policy", location);
  }
}
