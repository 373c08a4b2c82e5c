package org.evenhand.analytics.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.viewer.HidingOrder;
import org.evenhand.analytics.viewer.UnitSuppression;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a reader has of units who knows how many people each of them has. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnitBandsTest {

  private static final int LEAST = 10;

  @Test
  void a_unit_of_people_who_are_all_alike_is_hidden_unless_nothing_has_happened() {
    assertFalse(bands(0, 30, 0, 0).isSafe(LEAST));
    assertTrue(bands(30, 0, 0, 0).isSafe(LEAST));
  }

  /** Of these the smallest was always hidden for the large one, which so was known to be alike. */
  @Test
  void which_unit_is_hidden_beside_another_does_not_follow_from_their_sizes() {
    Map<String, UnitBands> units =
        Map.of("A", bands(0, 30, 0, 0), "B", bands(3, 4, 4, 0), "C", bands(2, 5, 5, 0));
    Set<Set<String>> hidden = new TreeSet<>(Comparator.comparing(Set::toString));
    for (int key = 0; key < 50; key++) {
      hidden.add(UnitSuppression.of(units, LEAST, order(key)).hidden());
    }

    assertEquals("[[A, B], [A, C]]", hidden.toString());
  }

  @Test
  void more_units_are_hidden_until_two_may_be_the_one_that_is_alike() {
    // Nobody but A can be alike: B has 20 people, and no 20 of the others are in one band.
    Map<String, UnitBands> units =
        Map.of("A", bands(0, 0, 12, 0), "B", bands(7, 7, 6, 0), "C", bands(1, 1, 10, 0));

    assertEquals(
        Set.of("A", "B", "C"),
        UnitSuppression.of(Map.copyOf(units), LEAST, firstOf("B", "C")).hidden());
    assertEquals(Set.of("A", "C"), UnitSuppression.of(units, LEAST, firstOf("C", "B")).hidden());
  }

  /** Solves by trying: each large unit that is hidden may be the one, or another may. */
  @Test
  void of_no_unit_it_is_certain_that_it_is_alike() {
    Random random = new Random(5);
    int met = 0;
    for (int company = 0; company < 3_000; company++) {
      Map<String, UnitBands> units = company(random);
      UnitSuppression made = UnitSuppression.of(units, LEAST, order(company));
      if (!made.totalShown()) {
        continue;
      }
      List<UnitBands> hidden = made.hidden().stream().map(units::get).toList();
      for (UnitBands one : hidden) {
        if (one.people() >= LEAST && !one.isSafe(LEAST)) {
          met++;
          assertTrue(
              hidden.stream()
                  .filter(other -> other != one && other.people() >= LEAST)
                  .anyMatch(other -> canBeAlike(other, hidden)),
              units.toString());
        }
      }
    }
    assertTrue(met > 100, met + " cases");
  }

  private static boolean canBeAlike(UnitBands other, List<UnitBands> hidden) {
    LevelCounts sum =
        hidden.stream().map(UnitBands::counts).reduce(LevelCounts::plus).orElseThrow();
    for (int level = 2; level <= sum.levels(); level++) {
      long[] rest = sum.toList().stream().mapToLong(Long::longValue).toArray();
      rest[level - 1] -= other.people();
      long left = Arrays.stream(rest).sum();
      if (rest[level - 1] >= 0 && Arrays.stream(rest).skip(1).noneMatch(at -> at == left)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, UnitBands> company(Random random) {
    Map<String, UnitBands> units = new TreeMap<>();
    for (int i = 0; i < 4 + random.nextInt(4); i++) {
      long[] counts = new long[4];
      int people = 3 + random.nextInt(40);
      int alike = random.nextInt(4);
      for (int person = 0; person < people; person++) {
        counts[i == 0 ? 1 + alike % 3 : random.nextInt(4)]++;
      }
      units.put("unit" + i, new UnitBands(LevelCounts.of(counts)));
    }
    return units;
  }

  /** An order in which the first comes before the second. */
  private static HidingOrder firstOf(String first, String second) {
    Map<String, UnitBands> pair =
        Map.of("few", bands(1, 0, 0, 0), first, bands(5, 5, 5, 5), second, bands(5, 5, 5, 5));
    for (int key = 0; ; key++) {
      if (UnitSuppression.of(pair, LEAST, order(key)).hidden().contains(first)) {
        return order(key);
      }
    }
  }

  private static HidingOrder order(int key) {
    return new HidingOrder(new UUID(7, key), "figure");
  }

  private static UnitBands bands(long... counts) {
    return new UnitBands(LevelCounts.of(counts));
  }
}
