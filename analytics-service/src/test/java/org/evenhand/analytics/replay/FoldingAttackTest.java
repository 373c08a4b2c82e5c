package org.evenhand.analytics.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An attacker draws drafts, most of them near to one another, knows what each came to for
 * everybody, and holds all figures of all groups and attributes against one another.
 */
class FoldingAttackTest {

  private static final int LEAST = 5;
  private static final int REPLAYS = 12;
  private static final String NOBODYS = "undeclared";
  private static final DraftLevels DRAFT =
      new DraftLevels(List.of(1, 2, 3, 4, 5), new DraftScale(5, 4));

  /** Somebody with their ratings, and with a group and what was told of it by attribute. */
  private static final class Person {
    private final int delivery;
    private final int together;
    private final boolean untold;
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();

    /**
     * @param untold of whom no replay tells anything, as of a second review
     */
    Person(int delivery, int together, boolean untold) {
      this.delivery = delivery;
      this.together = together;
      this.untold = untold;
    }

    int level(int weight) {
      return Math.round((weight * delivery + (100 - weight) * together) / 100f);
    }

    int before() {
      return level(60);
    }

    Counted counted(String attribute, int weight) {
      return new Counted(
          groups.get(attribute),
          before(),
          "",
          paths.get(attribute),
          untold ? null : level(weight),
          1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_two_replays_tell_fewer_than_five_people_of_a_group_apart(long seed) {
    Random random = new Random(seed);
    List<Person> people = company(random, 60 + random.nextInt(600));
    boolean split = false;
    for (int replay = 0; replay < REPLAYS; replay++) {
      int weight = replay % 3 == 0 ? random.nextInt(101) : 60 + random.nextInt(8) - 4;
      for (String attribute : Set.of("sex", "age")) {
        List<Told> told = fold(people, attribute, weight);
        split |= told.stream().anyMatch(each -> each.toldAs() != each.before());
        noneCanBeHadBySubtraction(told, people, attribute);
        take(people, attribute, weight, told);
        groupsAreWholeOrFive(people, attribute);
        nobodyIsDetermined(people, attribute);
      }
    }
    assertTrue(split, "the answers say something");
  }

  /** Whoever has all answers tells groups apart by the whole path and not otherwise. */
  private static void groupsAreWholeOrFive(List<Person> people, String attribute) {
    Map<String, List<Person>> levels =
        people.stream()
            .collect(Collectors.groupingBy(one -> one.groups.get(attribute) + " " + one.before()));
    levels.forEach(
        (group, all) -> {
          Map<String, Long> apart =
              all.stream()
                  .collect(
                      Collectors.groupingBy(
                          one -> one.paths.get(attribute), Collectors.counting()));
          if (apart.size() > 1) {
            apart.forEach((path, some) -> assertTrue(some >= LEAST, group + path + ": " + some));
          }
        });
  }

  /** Among those of whom the same was told, each could be of the one group or the other. */
  private static void nobodyIsDetermined(List<Person> people, String attribute) {
    Map<String, Set<String>> groups = new HashMap<>();
    Map<Integer, Set<String>> paths = new HashMap<>();
    for (Person one : people) {
      String path = one.before() + one.paths.get(attribute);
      groups.computeIfAbsent(path, none -> new TreeSet<>()).add(one.groups.get(attribute));
      paths.computeIfAbsent(one.before(), none -> new TreeSet<>()).add(path);
    }
    paths.values().stream()
        .filter(apart -> apart.size() > 1)
        .flatMap(Set::stream)
        .forEach(path -> assertTrue(groups.get(path).size() > 1, path + groups.get(path)));
  }

  /**
   * Another attribute may tell how many of a block came to a level in all: the rest of them, after
   * those who are told of by group, are nobody who has declared something, or five of two groups.
   */
  private static void noneCanBeHadBySubtraction(
      List<Told> told, List<Person> people, String attribute) {
    told.stream()
        .filter(each -> each.path().endsWith(Told.CLOSED))
        .collect(Collectors.groupingBy(each -> each.before() + each.path()))
        .forEach(
            (block, all) -> assertEquals(1, all.stream().map(Told::toldAs).distinct().count()));
    Map<String, List<Told>> blocks =
        told.stream().collect(Collectors.groupingBy(each -> each.before() + each.path()));
    for (List<Told> block : blocks.values()) {
      Set<Integer> apart = block.stream().map(Told::toldAs).collect(Collectors.toSet());
      for (int level : apart.size() > 1 ? apart : Set.<Integer>of()) {
        List<Told> rest =
            block.stream().filter(e -> comesTo(e, level, block) && e.toldAs() != level).toList();
        long others = rest.stream().mapToLong(Told::people).sum();
        boolean declared = rest.stream().anyMatch(each -> !each.value().equals(NOBODYS));
        assertTrue(
            !declared || others >= LEAST && rest.stream().map(Told::value).distinct().count() > 1,
            attribute + " of " + people.size() + ": " + rest);
      }
    }
  }

  private static boolean comesTo(Told one, int level, List<Told> block) {
    return one.level() == null ? level == mostOf(block) : one.level() == level;
  }

  private static int mostOf(List<Told> block) {
    Map<Integer, Long> levels = new TreeMap<>();
    block.stream()
        .filter(each -> each.level() != null)
        .forEach(each -> levels.merge(each.level(), each.people(), Long::sum));
    int most = 0;
    for (Map.Entry<Integer, Long> each : levels.entrySet()) {
      most = each.getValue() > levels.getOrDefault(most, 0L) ? each.getKey() : most;
    }
    return most;
  }

  private static List<Told> fold(List<Person> people, String attribute, int weight) {
    Map<Counted, Long> alike =
        people.stream()
            .map(one -> one.counted(attribute, weight))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return new Folding(DRAFT, Set.of(NOBODYS))
        .fold(
            alike.entrySet().stream()
                .map(
                    each ->
                        new Counted(
                            each.getKey().value(),
                            each.getKey().before(),
                            each.getKey().past(),
                            each.getKey().path(),
                            each.getKey().level(),
                            each.getValue()))
                .toList());
  }

  private static void take(List<Person> people, String attribute, int weight, List<Told> told) {
    Map<Counted, String> after = new HashMap<>();
    told.forEach(
        each ->
            after.put(
                new Counted(each.value(), each.before(), each.past(), each.path(), each.level(), 1),
                each.after()));
    people.forEach(one -> one.paths.put(attribute, after.get(one.counted(attribute, weight))));
  }

  private static List<Person> company(Random random, int size) {
    List<Person> people = new ArrayList<>();
    IntStream.range(0, size)
        .forEach(
            one -> {
              Person person =
                  new Person(1 + random.nextInt(5), 1 + random.nextInt(5), random.nextInt(15) == 0);
              int drawn = random.nextInt(20);
              person.groups.put(
                  "sex", drawn < 8 ? "Female" : drawn < 18 ? "Male" : drawn < 19 ? "X" : NOBODYS);
              person.groups.put("age", "band " + random.nextInt(4));
              person.paths.put("sex", "");
              person.paths.put("age", "");
              people.add(person);
            });
    return people;
  }

  @Test
  void one_person_more_or_less_at_the_edge_of_a_weight_shows_nobody() {
    List<Counted> few =
        List.of(
            threes("Female", "", 3, 20),
            threes("Female", "", 4, 5),
            threes("Male", "", 3, 20),
            threes("Male", "", 4, 4));
    assertEquals(0, moved(few));
    List<Counted> enough = new ArrayList<>(few.subList(0, 3));
    enough.add(threes("Male", "", 4, 5));
    assertEquals(10, moved(enough));
  }

  @Test
  void of_a_level_to_which_one_group_alone_would_come_nothing_is_told() {
    assertEquals(
        0,
        moved(
            List.of(
                threes("Female", "", 3, 20),
                threes("Female", "", 4, 15),
                threes("Male", "", 3, 20))));
  }

  /** That 21 come to four is known by their reviews: who makes it 22 would be a woman. */
  @ParameterizedTest
  @ValueSource(strings = {"Female", "Male"})
  void of_whom_nothing_is_told_adds_to_no_level_by_their_group(String group) {
    List<Told> told =
        fold(
            List.of(
                threes("Female", "", 3, 5),
                threes("Female", "", 4, 15),
                threes(group, "", null, 1),
                threes("Male", "", 3, 20),
                threes("Male", "", 4, 6)));

    assertEquals(21, told.stream().filter(e -> e.toldAs() == 4).mapToLong(Told::people).sum());
    assertEquals(
        List.of(3), told.stream().filter(e -> e.level() == null).map(Told::toldAs).toList());
  }

  /** A woman of whom nothing is told, and a man of whom is told what most come to. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void of_whom_nothing_is_told_could_change_places_with_somebody(long seed) {
    Random random = new Random(seed);
    for (int company = 0; company < 200; company++) {
      int[] counts = random.ints(4, 1, 14).toArray();
      long most = counts[0] + counts[2] >= counts[1] + counts[3] ? 3 : 4;
      List<Counted> one = two(counts, "Female");
      int[] changed = counts.clone();
      changed[most == 3 ? 0 : 1]++;
      changed[most == 3 ? 2 : 3]--;

      assertEquals(figures(one), figures(two(changed, "Male")), () -> one.toString());
    }
  }

  private static List<Counted> two(int[] counts, String untold) {
    return List.of(
        threes("Female", "", 3, counts[0]),
        threes("Female", "", 4, counts[1]),
        threes("Male", "", 3, counts[2]),
        threes("Male", "", 4, counts[3]),
        threes(untold, "", null, 1));
  }

  /** How many of each group are counted on which level. */
  private static Map<String, Long> figures(List<Counted> people) {
    return fold(people).stream()
        .collect(
            Collectors.groupingBy(
                each -> each.value() + each.after(),
                TreeMap::new,
                Collectors.summingLong(Told::people)));
  }

  @Test
  void a_block_of_which_hardly_anything_was_told_goes_by_the_mapping() {
    List<Told> told =
        new Folding(DRAFT, Set.of())
            .fold(List.of(threes("Female", "", 4, 4), threes("Male", "", null, 20)));
    assertEquals(Set.of(3), told.stream().map(Told::toldAs).collect(Collectors.toSet()));
  }

  /** Four women and 26 men, or fewer than five of either, can't be told; nor can five more. */
  @Test
  void that_a_split_was_refused_tells_nothing_of_who_is_asked_about_with_them_the_next_time() {
    List<Told> refused = fold(few(""));
    String path = refused.get(0).after();

    assertEquals(Set.of(path), refused.stream().map(Told::after).collect(Collectors.toSet()));
    assertEquals(
        0,
        moved(
            List.of(
                threes("Female", path, 3, 11),
                threes("Female", path, 2, 9),
                threes("Male", path, 3, 34),
                threes("Male", path, 2, 26))));
  }

  private static List<Counted> few(String path) {
    return List.of(
        threes("Female", path, 3, 16),
        threes("Female", path, 2, 4),
        threes("Male", path, 3, 34),
        threes("Male", path, 2, 26));
  }

  /** They are known, as an edition before them told of all others. */
  @Test
  void who_came_to_an_edition_with_others_is_not_told_apart_with_these_and_one_more() {
    List<Told> told =
        fold(
            List.of(
                new Counted("Female", 3, "late", "", 2, 5),
                new Counted("Male", 3, "late", "", 2, 5),
                threes("Female", "", 2, 1),
                threes("Female", "", 3, 20),
                threes("Male", "", 3, 20)));

    assertEquals(10, told.stream().filter(e -> e.toldAs() == 2).mapToLong(Told::people).sum());
  }

  /** Those of whom the first replay told something, and one of whom the second can't. */
  @Test
  void who_was_erased_between_two_equal_replays_changes_no_figure() {
    List<Counted> first =
        List.of(
            threes("Female", "", 2, 6),
            threes("Female", "", 3, 20),
            threes("Male", "", 2, 5),
            threes("Male", "", 3, 20));
    assertEquals(11, moved(first));

    List<Told> second =
        fold(
            List.of(
                threes("Female", "/2", 2, 5),
                threes("Female", "/2", null, 1),
                threes("Female", "/3", 3, 20),
                threes("Male", "/2", 2, 5),
                threes("Male", "/3", 3, 20)));
    assertEquals(
        6,
        second.stream()
            .filter(each -> each.value().equals("Female") && each.toldAs() == 2)
            .mapToLong(Told::people)
            .sum());
  }

  private static Counted threes(String value, String path, @Nullable Integer level, long people) {
    return new Counted(value, 3, "", path, level, people);
  }

  private static List<Told> fold(List<Counted> people) {
    return new Folding(DRAFT, Set.of()).fold(people);
  }

  private static long moved(List<Counted> people) {
    return fold(people).stream()
        .filter(each -> each.toldAs() != each.before())
        .mapToLong(Told::people)
        .sum();
  }
}
