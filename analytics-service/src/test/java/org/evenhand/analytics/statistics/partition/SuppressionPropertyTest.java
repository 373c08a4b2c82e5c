package org.evenhand.analytics.statistics.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.evenhand.analytics.statistics.LevelCounts;

class SuppressionPropertyTest {
  @Provide
  Arbitrary<Map<String, Long>> partitions() {
    return Arbitraries.maps(
            Arbitraries.of("A", "B", "C", "D", "E", "F", "G"), Arbitraries.longs().between(0, 25))
        .ofMinSize(1)
        .map(TreeMap::new);
  }

  @Property(tries = 1000)
  void noSmallGroupIsShown(
      @ForAll("partitions") Map<String, Long> people,
      @ForAll @LongRange(min = 1, max = 12) long k) {
    Suppression found = Suppression.of(people, k);
    people.forEach((key, n) -> assertTrue(n == 0 || n >= k || found.hides(key), key));
  }

  @Property(tries = 1000)
  void nothingHiddenComesOutOfTheTotalBySubtraction(
      @ForAll("partitions") Map<String, Long> people,
      @ForAll @LongRange(min = 1, max = 12) long k) {
    Suppression found = Suppression.of(people, k);
    if (!found.hidden().isEmpty() && found.totalMayBeShown()) {
      long total = people.values().stream().mapToLong(Long::longValue).sum();
      long shown =
          people.entrySet().stream()
              .filter(group -> !found.hides(group.getKey()))
              .mapToLong(Map.Entry::getValue)
              .sum();
      assertTrue(total - shown >= k);
      assertTrue(found.hidden().size() >= 2);
    }
  }

  @Property(tries = 1000)
  void theTotalIsHiddenOnlyWhenEveryGroupIs(
      @ForAll("partitions") Map<String, Long> people,
      @ForAll @LongRange(min = 1, max = 12) long k) {
    Suppression found = Suppression.of(people, k);
    if (!found.totalMayBeShown()) {
      people.forEach((key, n) -> assertEquals(n > 0, found.hides(key)));
    }
  }

  @Property(tries = 500)
  void noMoreIsHiddenThanTheRuleAsks(
      @ForAll("partitions") Map<String, Long> people,
      @ForAll @LongRange(min = 1, max = 12) long k) {
    Suppression found = Suppression.of(people, k);
    List<Long> large =
        found.hidden().stream().map(people::get).filter(n -> n >= k).sorted().toList();
    long hidden = found.hidden().stream().mapToLong(people::get).sum();

    // A group of k or more is hidden only because without the last of them the rule would be unmet.
    if (!large.isEmpty()) {
      long without = hidden - large.get(large.size() - 1);
      assertTrue(found.hidden().size() - 1 < 2 || without < k);
    }
  }

  @Property(tries = 300)
  void theOrderOfAQueryDoesNotMatter(
      @ForAll("partitions") Map<String, Long> people,
      @ForAll @LongRange(min = 1, max = 12) long k) {
    assertEquals(Suppression.of(people, k), Suppression.of(new HashMap<>(people), k));
  }

  @Provide
  Arbitrary<List<LevelCounts>> distributions() {
    return Arbitraries.longs()
        .between(0, 6)
        .array(long[].class)
        .ofSize(3)
        .map(LevelCounts::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 1000)
  void whatIsHiddenOfAPartitionIsNeverAllRatedTheSame(
      @ForAll("distributions") List<LevelCounts> counts) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      groups.add(new Group("group " + i, counts.get(i), true));
    }
    Suppression found = new Partition("dimension", groups).suppression(5);

    for (Group group : groups) {
      boolean same = Disclosure.isAllAlike(group.counts());
      assertTrue(!same || found.hides(group.name()));
    }
    if (!found.hidden().isEmpty() && found.totalMayBeShown()) {
      LevelCounts rest =
          groups.stream()
              .filter(group -> found.hides(group.name()))
              .map(Group::counts)
              .reduce(LevelCounts::plus)
              .orElseThrow();
      assertTrue(Disclosure.ofDistribution(rest, 5).isAllowed(), groups.toString());
      assertTrue(rest.people() >= 5);
    }
  }

  @Example
  void aLoneSmallGroupHidesTheTotalToo() {
    assertFalse(Suppression.of(Map.of("A", 4L), 5).totalMayBeShown());
    assertFalse(Suppression.of(Map.of("A", 2L, "B", 2L), 5).totalMayBeShown());
    assertTrue(Suppression.of(Map.of("A", 3L, "B", 2L), 5).totalMayBeShown());
  }

  @Example
  void anEmptyGroupProtectsNobody() {
    Suppression found = Suppression.of(Map.of("empty", 0L, "small", 3L, "large", 40L), 5);

    assertEquals(Set.of("small", "large"), found.hidden());
    assertFalse(found.hides("empty"));
  }

  @Example
  void aDifferenceOrAComplementOfNobodyGivesNothingAway() {
    assertTrue(Disclosure.ofNested(25, 25, 5).isAllowed());
    assertTrue(Disclosure.ofNested(25, 30, 5).isAllowed());
    assertFalse(Disclosure.ofNested(25, 29, 5).isAllowed());
    assertTrue(Disclosure.ofComplement(30, 30, 5).isAllowed());
    assertTrue(Disclosure.ofComplement(30, 25, 5).isAllowed());
    assertTrue(Disclosure.ofDistribution(LevelCounts.of(0, 0), 5).isAllowed());
  }

  @Example
  void aDistributionOfAFewIsRefusedWhateverItsLevels() {
    assertFalse(Disclosure.ofDistribution(LevelCounts.of(1, 2, 1), 5).isAllowed());
    assertFalse(Disclosure.ofDistribution(LevelCounts.of(1, 0), 5).isAllowed());
    assertTrue(Disclosure.ofDistribution(LevelCounts.of(1, 3, 1), 5).isAllowed());
    assertEquals(Disclosure.HOMOGENEITY, Disclosure.ofDistribution(LevelCounts.of(0, 5), 5));
  }

  @Example
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Suppression.of(Map.of("A", 4L), 0));
    assertThrows(IllegalArgumentException.class, () -> Suppression.of(Map.of("A", -4L), 5));
    assertThrows(IllegalArgumentException.class, () -> Disclosure.ofComplement(4, 5, 5));
    LevelCounts one = LevelCounts.of(1);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Partition(
                "d", Arrays.asList(new Group("A", one, true), new Group("A", one, true))));
  }
}
