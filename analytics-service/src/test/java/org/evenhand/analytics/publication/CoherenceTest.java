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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

  /** Somebody with a rating, in a unit and at a job level. */
  private record Someone(String unit, String jobLevel, int ordinal) {}

  private final List<Someone> people = new ArrayList<>();
  private final SortedMap<String, SortedMap<String, PublishedGroup>> published =
      new TreeMap<>(
          Map.of("none", new TreeMap<>(), "orgUnit", new TreeMap<>(), "jobLevel", new TreeMap<>()));

  @Property(tries = 100)
  void no_group_less_than_a_step_comes_out_of_the_total_by_subtraction(@ForAll long seed) {
    Random random = new Random(seed);
    for (int look = 0; look < 25; look++) {
      int moves = random.nextInt(12);
      for (int i = 0; i < moves; i++) {
        move(random);
      }
      publish();
      for (int least : new int[] {5, 10}) {
        assertTellsOfNobody("orgUnit", least);
        assertTellsOfNobody("jobLevel", least);
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
      people.add(new Someone("ABC".substring(i % 3, i % 3 + 1), i % 2 == 0 ? "P" : "Q", 1 + i % 3));
    }
    publish();
    assertEquals(counts(someone -> "all"), shown("none"));
    assertEquals(counts(Someone::unit).get("A"), shown("orgUnit").get("A"));
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
      people.add(new Someone(unit, "P", 1 + i % 3));
    }
  }

  private void move(Random random) {
    Someone next =
        new Someone(
            "AABBC".substring(random.nextInt(5)).substring(0, 1),
            random.nextInt(3) == 0 ? "P" : "Q",
            1 + random.nextInt(3));
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
    SortedMap<String, Picture> pictures = new TreeMap<>();
    pictures.put("none", picture("none", someone -> "all"));
    pictures.put("orgUnit", picture("orgUnit", Someone::unit));
    pictures.put("jobLevel", picture("jobLevel", Someone::jobLevel));
    COHERENCE
        .of(pictures)
        .forEach(
            (dimension, groups) ->
                groups.forEach(
                    (value, counts) ->
                        published
                            .get(dimension)
                            .put(value, new PublishedGroup(SCALE, counts, Instant.EPOCH))));
  }

  private Picture picture(String dimension, Function<Someone, String> by) {
    Optional<Tally> now =
        people.isEmpty() ? Optional.empty() : Optional.of(new Tally(SCALE, counts(by), 0));
    return new Picture(now, published.get(dimension));
  }

  private SortedMap<String, LevelCounts> counts(Function<Someone, String> by) {
    SortedMap<String, long[]> counts = new TreeMap<>();
    for (Someone someone : people) {
      counts.computeIfAbsent(by.apply(someone), none -> new long[3])[someone.ordinal() - 1]++;
    }
    SortedMap<String, LevelCounts> groups = new TreeMap<>();
    counts.forEach((value, ns) -> groups.put(value, LevelCounts.of(ns)));
    return groups;
  }

  private SortedMap<String, LevelCounts> shown(String dimension) {
    SortedMap<String, LevelCounts> shown = new TreeMap<>();
    published.get(dimension).forEach((value, group) -> shown.put(value, group.counts()));
    return shown;
  }

  private void assertTellsOfNobody(String dimension, int least) {
    LevelCounts total = shown("none").get("all");
    Function<Someone, String> by = dimension.equals("orgUnit") ? Someone::unit : Someone::jobLevel;
    if (total == null || !(picture(dimension, by).look(5, false) instanceof Look.Shown look)) {
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
