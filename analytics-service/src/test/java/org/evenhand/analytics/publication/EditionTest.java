package org.evenhand.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.Group;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Partition;
import org.evenhand.analytics.statistics.Suppression;
import org.jspecify.annotations.Nullable;

/** Against a company in which everybody is known: what is shown is held to be subtracted. */
class EditionTest {

  private static final int LEVELS = 3;
  private static final Rules RULES = new Rules(5, List.of(5, 10));
  private static final List<String> DIMENSIONS = List.of("none", "orgUnit", "gender");

  /** Somebody with a rating; a session has decided or has not; gone without a level before. */
  private static final class Someone {
    String unit = "A";
    String gender = "P";
    String job = "x";
    @Nullable Integer before = 1;
    @Nullable Integer decided;
    final Map<String, Share> shown = new HashMap<>();

    boolean isAt(int level) {
      return Integer.valueOf(level).equals(before);
    }

    Share now(String dimension, boolean standing) {
      Integer after = decided == null && standing ? before : decided;
      return Share.of(
          group(dimension),
          dimension.equals("orgUnit") ? "" : job,
          before,
          before == null ? null : after);
    }

    String group(String dimension) {
      return switch (dimension) {
        case "none" -> "all";
        case "orgUnit" -> unit;
        default -> gender;
      };
    }
  }

  /** What everybody could see of one dimension. */
  private record Seen(SortedMap<Cell, Counts> open, SortedMap<Cell, Long> hidden) {}

  private final List<Someone> people = new ArrayList<>();
  private final SortedMap<String, Seen> seen = new TreeMap<>();
  private final List<Map<String, Seen>> editions = new ArrayList<>();
  private boolean standing;

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void what_is_shown_tells_of_nobody_by_subtraction(@ForAll long seed) {
    Random random = new Random(seed);
    boolean late = random.nextBoolean();
    int most = 1 + random.nextInt(40);
    for (int look = 0; look < 20; look++) {
      int moves = random.nextInt(most);
      for (int i = 0; i < moves; i++) {
        move(random);
      }
      standing |= late && look == 12;
      publishAndCheck();
    }
  }

  /** Nobody is kept from being judged but the few who came since somebody looked. */
  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void looks_before_keep_nothing_but_a_few_from_being_judged(@ForAll long seed) {
    Random random = new Random(seed);
    int looks = random.nextInt(4);
    for (int look = 0; look < looks; look++) {
      int moves = random.nextInt(60);
      for (int i = 0; i < moves; i++) {
        move(random);
      }
      publishAndCheck();
    }
    for (int i = 0; i < 60; i++) {
      people.add(someone(random));
    }
    standing = true;
    publishAndCheck();
    for (String dimension : List.of("none", "gender")) {
      SortedMap<String, LevelCounts> now = present(dimension, Phase.AFTER);
      long all = now.values().stream().mapToLong(LevelCounts::people).sum();
      long judged =
          shown(dimension, Phase.AFTER).values().stream().mapToLong(LevelCounts::people).sum();
      assertTrue(judged >= all - 4L * now.size() - 10, judged + " of " + all + " in " + dimension);
    }
  }

  /** Three came after a look, and are not of the groups that were seen; the others are judged. */
  @Example
  void a_look_shortly_before_the_last_ratings_keeps_only_these_from_being_judged() {
    add("A", "P", 18);
    add("B", "Q", 20);
    publishAndCheck();
    add("A", "P", 3);
    add("B", "Q", 5);
    standing = true;
    publishAndCheck();
    assertEquals(18, shown("gender", Phase.BEFORE).get("P").people());
    assertEquals(18, shown("gender", Phase.AFTER).get("P").people());
    assertEquals(20, shown("gender", Phase.AFTER).get("Q").people());
  }

  /** Three of a group and many of another: a handful of these waits with the three. */
  @Example
  void a_handful_of_a_large_group_hides_the_few_of_a_small_one() {
    add("A", "P", 18);
    add("B", "Q", 20);
    publishAndCheck();
    add("A", "P", 3);
    add("B", "Q", 500);
    standing = true;
    publishAndCheck();
    assertEquals(18, shown("gender", Phase.AFTER).get("P").people());
    assertEquals(515, shown("gender", Phase.AFTER).get("Q").people());
    assertEquals(541, shown("none", Phase.AFTER).get("all").people());
  }

  /** Nor does one who leaves a group after a look blind the group. */
  @Example
  void one_who_leaves_after_a_look_keeps_nobody_else_from_being_judged() {
    add("A", "P", 18);
    add("B", "Q", 20);
    publishAndCheck();
    people.get(0).gender = "Q";
    people.get(1).before = null;
    people.get(2).before = 3;
    standing = true;
    publishAndCheck();
    assertEquals(18, shown("gender", Phase.BEFORE).get("P").people());
    assertEquals(18, shown("gender", Phase.AFTER).get("P").people());
    assertEquals(38, shown("none", Phase.AFTER).get("all").people());
  }

  /** A dimension that was declared after three came unseen shows the same people as the total. */
  @Example
  void a_dimension_that_comes_later_adds_up_to_the_total() {
    add("A", "P", 30);
    add("B", "Q", 27);
    publish(List.of("none", "orgUnit"));
    add("B", "Q", 3);
    publishAndCheck();
    assertEquals(57, shown("none", Phase.BEFORE).get("all").people());
    assertEquals(30, shown("gender", Phase.BEFORE).get("P").people());
    assertEquals(27, shown("gender", Phase.BEFORE).get("Q").people());
  }

  /** Twenty are rated, and a session has decided about all but three. */
  @Example
  void after_calibration_waits_while_a_few_are_undecided() {
    add("A", "P", 20);
    people.forEach(each -> each.decided = each.before);
    people.subList(0, 3).forEach(each -> each.decided = null);
    publishAndCheck();
    assertEquals(20, shown("none", Phase.BEFORE).get("all").people());
    assertEquals(Map.of(), shown("none", Phase.AFTER));
    people.forEach(each -> each.decided = each.before);
    publishAndCheck();
    assertEquals(shown("none", Phase.BEFORE), shown("none", Phase.AFTER));
  }

  /** Five came to A and three to B: the total has moved for the three, while B has not. */
  @Example
  void a_group_waits_where_the_total_would_tell_of_a_few_others() {
    add("A", "P", 10);
    add("B", "P", 10);
    publishAndCheck();
    add("A", "P", 5);
    add("B", "P", 3);
    publishAndCheck();
    assertEquals(28, shown("none", Phase.BEFORE).get("all").people());
    assertEquals(10, shown("orgUnit", Phase.BEFORE).get("A").people());
    add("B", "P", 5);
    publishAndCheck();
    assertEquals(33, shown("none", Phase.BEFORE).get("all").people());
    assertEquals(15, shown("orgUnit", Phase.BEFORE).get("A").people());
    assertEquals(18, shown("orgUnit", Phase.BEFORE).get("B").people());
  }

  /** Five change their level and are put right with one other: the third less the first is one. */
  @Example
  void looks_between_which_another_lay_do_not_differ_by_one() {
    add("A", "P", 30);
    publishAndCheck();
    List<Someone> five = people.stream().filter(each -> each.isAt(1)).limit(5).toList();
    Someone other = people.stream().filter(each -> each.isAt(3)).findFirst().orElseThrow();
    five.forEach(each -> each.before = 2);
    publishAndCheck();
    assertEquals(LevelCounts.of(5, 15, 10), shown("none", Phase.BEFORE).get("all"));
    five.forEach(each -> each.before = 1);
    other.before = 1;
    publishAndCheck();
    assertEquals(LevelCounts.of(5, 15, 10), shown("none", Phase.BEFORE).get("all"));
    other.before = 3;
    publishAndCheck();
    assertEquals(LevelCounts.of(10, 10, 10), shown("none", Phase.BEFORE).get("all"));
  }

  /** Somebody of a small group is rated, beside eight others: hidden groups move by steps too. */
  @Example
  void the_rest_beside_the_visible_groups_does_not_move_by_one() {
    add("A", "P", 90);
    add("A", "S", 50);
    add("A", "Q", 3);
    add("A", "R", 4);
    publishAndCheck();
    add("A", "Q", 1);
    add("A", "P", 8);
    publishAndCheck();
    assertEquals(156, shown("none", Phase.BEFORE).get("all").people());
    assertEquals(90, shown("gender", Phase.BEFORE).get("P").people());
  }

  /** One came, and ten change places: what is left of them would be the level of that one. */
  @Example
  void many_who_cancel_each_other_out_do_not_let_one_through() {
    add("A", "P", 30);
    add("B", "Q", 30);
    publishAndCheck();
    add("A", "P", 1);
    Someone newcomer = people.get(60);
    newcomer.before = 3;
    for (int i = 0; i < 10; i++) {
      Someone each = people.get(30 + i);
      each.before = each.before == 1 ? (Integer) 2 : each.before == 2 ? (Integer) 1 : each.before;
    }
    publishAndCheck();
    assertEquals(LevelCounts.of(10, 10, 10), shown("gender", Phase.BEFORE).get("P"));
    assertEquals(60, shown("none", Phase.BEFORE).get("all").people());
    assertEquals(Share.NOTHING, newcomer.shown.getOrDefault("none", Share.NOTHING));
  }

  /** Twelve go up in one group and ten down in the other: two wait, and the others are seen. */
  @Example
  void the_few_by_whom_the_total_moves_wait_and_not_all_others() {
    add("A", "P", 30);
    add("B", "Q", 30);
    publishAndCheck();
    for (int i = 0; i < 30; i += 3) {
      people.get(i).before = 3;
      people.get(30 + i + 2).before = 1;
    }
    people.get(1).before = 3;
    people.get(4).before = 3;
    publishAndCheck();
    assertEquals(LevelCounts.of(20, 20, 20), shown("none", Phase.BEFORE).get("all"));
    assertEquals(20, shown("gender", Phase.BEFORE).get("P").at(3));
    assertEquals(20, shown("gender", Phase.BEFORE).get("Q").at(1));
  }

  private Someone someone(Random random) {
    Someone someone = new Someone();
    someone.unit = "AABBC".substring(random.nextInt(5)).substring(0, 1);
    someone.gender = "PPPQQQQR".substring(random.nextInt(8)).substring(0, 1);
    someone.job = random.nextBoolean() ? "x" : "y";
    someone.before = 1 + random.nextInt(LEVELS);
    someone.decided = random.nextInt(4) > 0 ? (Integer) (1 + random.nextInt(LEVELS)) : null;
    return someone;
  }

  private void move(Random random) {
    int chance = random.nextInt(12);
    if (people.isEmpty() || chance < 6) {
      people.add(someone(random));
      return;
    }
    Someone next = someone(random);
    Someone moving = people.get(random.nextInt(people.size()));
    if (chance < 8) {
      moving.before = next.before;
      moving.decided = next.decided;
    } else if (chance < 9) {
      moving.gender = next.gender;
    } else if (chance < 10) {
      moving.unit = next.unit;
      moving.job = next.job;
    } else if (chance < 11) {
      moving.decided = next.decided;
    } else {
      moving.before = null;
    }
  }

  private void add(String unit, String gender, int number) {
    for (int i = 0; i < number; i++) {
      Someone someone = new Someone();
      someone.unit = unit;
      someone.gender = gender;
      someone.before = 1 + i % LEVELS;
      people.add(someone);
    }
  }

  private void publishAndCheck() {
    Map<String, Seen> earlier = new HashMap<>(seen);
    publish(DIMENSIONS);
    for (String dimension : DIMENSIONS) {
      assertAddsUp(dimension);
      assertSamePeople(dimension);
      for (Phase phase : Phase.values()) {
        assertSteps(dimension, phase, earlier);
        for (int least : new int[] {5, 10}) {
          assertRest(dimension, phase, least, earlier);
        }
      }
    }
  }

  private void publish(List<String> dimensions) {
    Map<String, List<Someone>> byKey = new HashMap<>();
    Set<Someone> waiting = new HashSet<>(people);
    waiting.removeIf(each -> !isUnseen(each, "none"));
    Release total = Edition.total(RULES, material("none", waiting, Map.of(), byKey), standing);
    Edition edition = beside(total, dimensions, waiting, byKey);
    if (!edition.isCoherent()) {
      total.hold();
      edition = beside(total, dimensions, waiting, byKey);
    }
    edition.releases().forEach((dimension, release) -> show(dimension, release, waiting, byKey));
    editions.add(Map.copyOf(seen));
  }

  private Edition beside(
      Release total,
      List<String> dimensions,
      Set<Someone> waiting,
      Map<String, List<Someone>> byKey) {
    Map<Someone, Share> ofTotal = new HashMap<>();
    total
        .shown()
        .forEach(shown -> of(shown, "none", byKey).forEach(one -> ofTotal.put(one, shown.share())));
    byKey.keySet().removeIf(key -> !key.startsWith("none"));
    List<Material> rest =
        dimensions.stream()
            .filter(dimension -> !dimension.equals("none"))
            .map(dimension -> material(dimension, waiting, ofTotal, byKey))
            .toList();
    return Edition.of(RULES, total, rest, standing);
  }

  private static List<Someone> of(Shown shown, String dimension, Map<String, List<Someone>> byKey) {
    return byKey
        .getOrDefault(dimension + shown.change().key(), List.of())
        .subList((int) shown.first() - 1, (int) shown.last());
  }

  private void show(
      String dimension, Release release, Set<Someone> waiting, Map<String, List<Someone>> byKey) {
    for (Someone each : people) {
      if (!waiting.contains(each) && !isUnseen(each, dimension)) {
        each.shown.put(dimension, each.now(dimension, standing).within(release::isOpen));
      }
    }
    release
        .shown()
        .forEach(
            shown ->
                of(shown, dimension, byKey)
                    .forEach(each -> each.shown.put(dimension, shown.share())));
    seen.put(dimension, new Seen(copy(release.groups()), release.hidden()));
  }

  private static SortedMap<Cell, Counts> copy(SortedMap<Cell, Counts> groups) {
    SortedMap<Cell, Counts> copy = new TreeMap<>();
    groups.forEach((cell, counts) -> copy.put(cell, counts.copy()));
    return copy;
  }

  /** A change is known of whoever was in an open group, and of who waits in the total. */
  private boolean isUnseen(Someone each, String dimension) {
    return !each.shown
        .getOrDefault(dimension, Share.NOTHING)
        .equals(each.now(dimension, standing).within(cell -> isOpen(dimension, cell)));
  }

  private boolean isOpen(String dimension, Cell cell) {
    return seen.containsKey(dimension) && seen.get(dimension).open().containsKey(cell);
  }

  private Material material(
      String dimension,
      Set<Someone> waiting,
      Map<Someone, Share> ofTotal,
      Map<String, List<Someone>> byKey) {
    Map<String, Change> changes = new TreeMap<>();
    SortedMap<Cell, Counts> present = new TreeMap<>();
    for (Someone each : people) {
      Share now = each.now(dimension, standing);
      for (Phase phase : Phase.values()) {
        Integer level = now.level(phase);
        if (level != null) {
          present
              .computeIfAbsent(now.cell(phase), none -> new Counts(LEVELS))
              .add(now.stratum(), level, 1);
        }
      }
      if (waiting.contains(each) || isUnseen(each, dimension)) {
        Share total = ofTotal.get(each);
        String key = key(each, dimension) + total;
        List<Someone> alike = byKey.computeIfAbsent(dimension + key, none -> new ArrayList<>());
        alike.add(each);
        changes.put(
            key,
            new Change(
                key,
                each.shown.getOrDefault(dimension, Share.NOTHING),
                now,
                each.group(dimension),
                total,
                alike.size()));
      }
    }
    Seen before = seen.getOrDefault(dimension, new Seen(new TreeMap<>(), new TreeMap<>()));
    return new Material(
        LEVELS,
        dimension,
        present,
        before.open(),
        earlier(dimension, before.open()),
        before.hidden(),
        List.copyOf(changes.values()));
  }

  private Map<Cell, List<LevelCounts>> earlier(String dimension, SortedMap<Cell, Counts> shown) {
    Map<Cell, List<LevelCounts>> earlier = new HashMap<>();
    shown.forEach(
        (cell, last) ->
            earlier.put(
                cell,
                onceShown(dimension, cell)
                    .filter(counts -> !counts.equals(last.whole()))
                    .distinct()
                    .toList()));
    return earlier;
  }

  /** What a group showed in each edition in which it was open. */
  private Stream<LevelCounts> onceShown(String dimension, Cell cell) {
    return editions.stream()
        .map(edition -> edition.get(dimension))
        .filter(each -> each != null && each.open().containsKey(cell))
        .map(each -> each.open().get(cell).whole());
  }

  private String key(Someone each, String dimension) {
    return each.shown.getOrDefault(dimension, Share.NOTHING)
        + ">"
        + each.now(dimension, standing)
        + each.group(dimension);
  }

  /** What is published is what is shown of everybody, one by one. */
  private void assertAddsUp(String dimension) {
    SortedMap<Cell, Counts> counted = new TreeMap<>();
    seen.get(dimension).open().keySet().forEach(cell -> counted.put(cell, new Counts(LEVELS)));
    for (Someone each : people) {
      Share share = each.shown.get(dimension);
      for (Phase phase : Phase.values()) {
        Integer level = share.level(phase);
        if (level != null) {
          counted.get(share.cell(phase)).add(share.stratum(), level, 1);
        }
      }
    }
    counted.forEach(
        (cell, counts) ->
            assertEquals(0, counts.to(seen.get(dimension).open().get(cell), true).moved()));
  }

  /** Of a group that is seen in both phases it is the same people, or ten fewer. */
  private void assertSamePeople(String dimension) {
    shown(dimension, Phase.AFTER)
        .forEach(
            (value, after) -> {
              LevelCounts before = shown(dimension, Phase.BEFORE).get(value);
              if (before != null && before.people() > 0 && after.people() > 0) {
                long few =
                    people.stream()
                        .map(each -> each.shown.get(dimension))
                        .filter(share -> share.value().equals(value))
                        .filter(share -> (share.before() == null) != (share.after() == null))
                        .count();
                assertTrue(few == 0 || few >= 10, value + " differs by " + few);
              }
            });
  }

  private void assertSteps(String dimension, Phase phase, Map<String, Seen> earlier) {
    SortedMap<String, LevelCounts> before = groups(earlier.get(dimension), phase);
    shown(dimension, phase)
        .forEach(
            (value, now) -> {
              LevelCounts then = before.getOrDefault(value, LevelCounts.of(new long[LEVELS]));
              assertFew(Counts.moved(then, now), dimension + " " + phase + " " + value);
              Cell cell = new Cell(phase, value);
              onceShown(dimension, cell)
                  .forEach(once -> assertFew(Counts.moved(once, now), dimension + " once " + cell));
            });
  }

  private void assertRest(String dimension, Phase phase, int least, Map<String, Seen> earlier) {
    LevelCounts total = shown("none", phase).get("all");
    if (total == null || dimension.equals("none")) {
      return;
    }
    Set<String> visible = visible(seen.get(dimension), phase, least);
    long[] rest = rest(total, shown(dimension, phase), visible);
    assertFew(Counts.moved(rest), dimension + " beside the total");
    LevelCounts earlierTotal = groups(earlier.get("none"), phase).get("all");
    if (earlierTotal != null) {
      visible.retainAll(visible(earlier.get(dimension), phase, least));
      long[] step = rest(total, shown(dimension, phase), visible);
      long[] from = rest(earlierTotal, groups(earlier.get(dimension), phase), visible);
      for (int i = 0; i < LEVELS; i++) {
        step[i] -= from[i];
      }
      assertFew(Counts.moved(step), dimension + " beside the total, since the last edition");
    }
  }

  private static long[] rest(
      LevelCounts total, SortedMap<String, LevelCounts> groups, Set<String> visible) {
    long[] rest = new long[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      rest[i] = total.at(i + 1);
      for (String name : visible) {
        rest[i] -= groups.get(name).at(i + 1);
      }
    }
    return rest;
  }

  private static Set<String> visible(@Nullable Seen seen, Phase phase, int least) {
    Set<String> visible = new HashSet<>();
    if (seen != null) {
      SortedMap<String, LevelCounts> groups =
          new Material(LEVELS, "", new TreeMap<>(), seen.open(), Map.of(), seen.hidden(), List.of())
              .groups(phase, seen.open(), seen.hidden());
      Suppression hidden =
          new Partition(
                  "",
                  groups.entrySet().stream()
                      .map(each -> new Group(each.getKey(), each.getValue(), true))
                      .toList())
              .suppression(least);
      groups.keySet().stream().filter(name -> !hidden.hides(name)).forEach(visible::add);
    }
    return visible;
  }

  private static void assertFew(long moved, String what) {
    assertTrue(moved == 0 || moved >= 5, what + " tells of " + moved);
  }

  private SortedMap<String, LevelCounts> shown(String dimension, Phase phase) {
    return groups(seen.get(dimension), phase);
  }

  private static SortedMap<String, LevelCounts> groups(@Nullable Seen seen, Phase phase) {
    SortedMap<String, LevelCounts> groups = new TreeMap<>();
    if (seen != null) {
      seen.open()
          .forEach(
              (cell, counts) -> {
                if (cell.phase() == phase) {
                  groups.put(cell.value(), counts.whole());
                }
              });
    }
    return groups;
  }

  private SortedMap<String, LevelCounts> present(String dimension, Phase phase) {
    SortedMap<String, LevelCounts> groups = new TreeMap<>();
    for (Someone each : people) {
      Share now = each.now(dimension, standing);
      Integer level = now.level(phase);
      if (level != null) {
        long[] one = new long[LEVELS];
        one[level - 1] = 1;
        groups.merge(now.value(), LevelCounts.of(one), LevelCounts::plus);
      }
    }
    return groups;
  }
}
