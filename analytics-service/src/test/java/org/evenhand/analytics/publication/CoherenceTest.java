package org.evenhand.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.statistics.Group;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Partition;
import org.evenhand.analytics.statistics.Suppression;

class CoherenceTest {

  private static final Scale SCALE = new Scale(3, 3);
  private static final Renewal RENEWAL =
      new Renewal(5, Duration.ofSeconds(10), Duration.ofMinutes(15));
  private static final Coherence COHERENCE = new Coherence(RENEWAL, List.of(5, 10));

  /** Somebody with a rating, in a unit and at a job level; a session has decided or has not. */
  private record Someone(String unit, String jobLevel, int ordinal, boolean decided) {}

  private final List<Someone> people = new ArrayList<>();
  private final SortedMap<Part, SortedMap<String, PublishedGroup>> published = new TreeMap<>();

  @Property(tries = 100)
  void no_group_less_than_a_step_comes_out_of_the_total_by_subtraction(@ForAll long seed) {
    Random random = new Random(seed);
    for (int look = 0; look < 25; look++) {
      int moves = random.nextInt(12);
      for (int i = 0; i < moves; i++) {
        move(random);
      }
      publish();
      for (Phase phase : Phase.values()) {
        for (int least : new int[] {5, 10}) {
          assertTellsOfNobody(phase, "orgUnit", least);
          assertTellsOfNobody(phase, "jobLevel", least);
        }
      }
    }
  }

  @Property(tries = 30)
  void what_was_held_back_is_seen_when_enough_others_have_moved(@ForAll long seed) {
    Random random = new Random(seed);
    for (int look = 0; look < 10; look++) {
      move(random);
      publish();
    }
    for (int i = 0; i < 60; i++) {
      people.add(
          new Someone("ABC".substring(i % 3, i % 3 + 1), i % 2 == 0 ? "P" : "Q", 1 + i % 3, true));
    }
    publish();
    assertEquals(counts(Phase.BEFORE, someone -> "all"), shown("none"));
    assertEquals(counts(Phase.BEFORE, Someone::unit).get("A"), shown("orgUnit").get("A"));
  }

  /** Twenty are rated, and a session has decided about all but three. */
  @Example
  void after_calibration_waits_while_a_few_are_undecided() {
    add("A", 20);
    for (int i = 0; i < 3; i++) {
      people.set(i, undecided(people.get(i)));
    }
    publish();
    assertEquals(20, shown("none").get("all").people());
    assertEquals(Map.of(), shown(Phase.AFTER, "none"));
    people.replaceAll(each -> new Someone(each.unit(), each.jobLevel(), each.ordinal(), true));
    publish();
    assertEquals(shown("none"), shown(Phase.AFTER, "none"));
  }

  @Property(tries = 100)
  void before_less_after_tells_of_nobody(@ForAll long seed) {
    Random random = new Random(seed);
    for (int look = 0; look < 25; look++) {
      int moves = random.nextInt(12);
      for (int i = 0; i < moves; i++) {
        move(random);
      }
      publish();
      for (String dimension : List.of("none", "orgUnit", "jobLevel")) {
        SortedMap<String, LevelCounts> after = shown(Phase.AFTER, dimension);
        shown(dimension)
            .forEach(
                (value, before) -> {
                  LevelCounts decided = after.get(value);
                  if (before.people() > 0 && decided != null && decided.people() > 0) {
                    long few = Math.abs(before.people() - decided.people());
                    assertTrue(few == 0 || few >= 10, value + " tells of " + few);
                  }
                });
      }
    }
  }

  /** Three came whom the total can't show yet, and then all said which level they are at. */
  @Example
  void a_dimension_waits_while_its_groups_would_hold_more_people_than_the_total() {
    for (int i = 0; i < 57; i++) {
      people.add(new Someone("A", "undeclared", 1 + i % 3, true));
    }
    publish();
    for (int i = 0; i < 3; i++) {
      people.add(new Someone("A", "undeclared", 1, true));
    }
    for (int i = 0; i < 60; i++) {
      Someone each = people.get(i);
      people.set(
          i, new Someone(each.unit(), i % 2 == 0 ? "P" : "Q", each.ordinal(), each.decided()));
    }
    publish();
    assertEquals(57, shown("none").get("all").people());
    assertEquals(Set.of("undeclared"), shown("jobLevel").keySet());
    add("A", 2);
    publish();
    assertEquals(62, shown("none").get("all").people());
    assertEquals(0, shown("jobLevel").get("undeclared").people());
    assertEquals(32, shown("jobLevel").get("P").people());
    assertEquals(30, shown("jobLevel").get("Q").people());
  }

  private static Someone undecided(Someone each) {
    return new Someone(each.unit(), each.jobLevel(), each.ordinal(), false);
  }

  /** Five came to A and three to B: the total has moved for the three, while B has not. */
  @Example
  void a_group_waits_where_the_total_would_tell_of_a_few_others() {
    add("A", 10);
    add("B", 10);
    publish();
    add("A", 5);
    add("B", 3);
    publish();
    assertEquals(28, shown("none").get("all").people());
    assertEquals(10, shown("orgUnit").get("A").people());
    add("B", 5);
    publish();
    assertEquals(33, shown("none").get("all").people());
    assertEquals(15, shown("orgUnit").get("A").people());
    assertEquals(18, shown("orgUnit").get("B").people());
  }

  private void add(String unit, int number) {
    for (int i = 0; i < number; i++) {
      people.add(new Someone(unit, "P", 1 + i % 3, true));
    }
  }

  private void move(Random random) {
    Someone next =
        new Someone(
            "AABBC".substring(random.nextInt(5)).substring(0, 1),
            random.nextInt(3) == 0 ? "P" : "Q",
            1 + random.nextInt(3),
            random.nextInt(4) > 0);
    int chance = random.nextInt(10);
    if (people.isEmpty() || chance < 6) {
      people.add(next);
    } else if (chance < 8) {
      people.set(random.nextInt(people.size()), next);
    } else {
      people.remove(random.nextInt(people.size()));
    }
  }

  private void publish() {
    SortedMap<Part, Picture> pictures = new TreeMap<>();
    for (Phase phase : Phase.values()) {
      pictures.put(new Part(phase, "none"), picture(phase, "none"));
      pictures.put(new Part(phase, "orgUnit"), picture(phase, "orgUnit"));
      pictures.put(new Part(phase, "jobLevel"), picture(phase, "jobLevel"));
    }
    COHERENCE
        .of(pictures)
        .forEach(
            (part, groups) ->
                groups.forEach(
                    (value, counts) ->
                        published
                            .computeIfAbsent(part, none -> new TreeMap<>())
                            .put(value, new PublishedGroup(SCALE, counts, Instant.EPOCH))));
  }

  private Picture picture(Phase phase, String dimension) {
    SortedMap<String, LevelCounts> counts = counts(phase, by(dimension));
    return new Picture(
        counts.isEmpty() ? Optional.empty() : Optional.of(new Tally(SCALE, counts, 0)),
        published.getOrDefault(new Part(phase, dimension), new TreeMap<>()));
  }

  private static Function<Someone, String> by(String dimension) {
    return switch (dimension) {
      case "orgUnit" -> Someone::unit;
      case "jobLevel" -> Someone::jobLevel;
      default -> someone -> "all";
    };
  }

  private SortedMap<String, LevelCounts> counts(Phase phase, Function<Someone, String> by) {
    SortedMap<String, long[]> counts = new TreeMap<>();
    for (Someone someone : people) {
      if (phase == Phase.BEFORE || someone.decided()) {
        counts.computeIfAbsent(by.apply(someone), none -> new long[3])[someone.ordinal() - 1]++;
      }
    }
    SortedMap<String, LevelCounts> groups = new TreeMap<>();
    counts.forEach((value, ns) -> groups.put(value, LevelCounts.of(ns)));
    return groups;
  }

  private SortedMap<String, LevelCounts> shown(String dimension) {
    return shown(Phase.BEFORE, dimension);
  }

  private SortedMap<String, LevelCounts> shown(Phase phase, String dimension) {
    SortedMap<String, LevelCounts> shown = new TreeMap<>();
    published
        .getOrDefault(new Part(phase, dimension), new TreeMap<>())
        .forEach((value, group) -> shown.put(value, group.counts()));
    return shown;
  }

  private void assertTellsOfNobody(Phase phase, String dimension, int least) {
    LevelCounts total = shown(phase, "none").get("all");
    if (total == null || !(picture(phase, dimension).look(5, false) instanceof Look.Shown look)) {
      return;
    }
    List<Group> groups =
        look.groups().stream().map(g -> new Group(g.value(), g.counts(), true)).toList();
    Suppression hidden = new Partition(dimension, groups).suppression(least);
    long more = 0;
    long fewer = 0;
    for (int level = 1; level <= 3; level++) {
      long rest = total.at(level);
      for (Group group : groups) {
        rest -= hidden.hides(group.name()) ? 0 : group.counts().at(level);
      }
      more += Math.max(rest, 0);
      fewer += Math.max(-rest, 0);
    }
    long people = Math.max(more, fewer);
    assertTrue(people == 0 || people >= 5, dimension + " tells of " + people);
  }
}
