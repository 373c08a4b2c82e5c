package org.evenhand.analytics.statistics.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.partition.Group;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.statistics.partition.Suppression;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final int TOP = 3;

  @Test
  void everyGroupButTheReferenceIsHeldAgainstIt() {
    List<Comparison> found =
        compare(group("F", 10, 30, 10), group("M", 10, 30, 20), undeclared("unknown", 1, 5, 2));

    assertEquals(List.of("F", "unknown"), found.stream().map(Comparison::group).toList());
    Comparison.Compared women = assertInstanceOf(Comparison.Compared.class, found.get(0));
    assertEquals("M", women.reference());
    assertEquals(50, women.effect().focalPeople());
    assertInstanceOf(Comparison.Coverage.class, found.get(1));
  }

  @Test
  void whoeverDeclaredNothingIsNeverTheReference() {
    List<Comparison> found =
        compare(group("F", 10, 30, 10), group("M", 10, 30, 20), undeclared("unknown", 1, 1, 50));

    assertEquals("M", assertInstanceOf(Comparison.Coverage.class, found.get(1)).reference());
  }

  @Test
  void itIsKnownFromHowManyGroupsTheReferenceWasChosen() {
    List<Comparison> three =
        compare(
            group("A", 100, 300, 100),
            group("B", 100, 300, 110),
            group("C", 100, 300, 200),
            undeclared("unknown", 1, 5, 2));

    assertEquals(3, assertInstanceOf(Comparison.Compared.class, three.get(0)).contenders());
    List<Comparison> withOneTooSmallToBeIt =
        compare(group("A", 100, 300, 100), group("C", 100, 300, 200), group("few", 2, 3, 2));
    assertEquals(
        2, assertInstanceOf(Comparison.Compared.class, withOneTooSmallToBeIt.get(0)).contenders());
    Partition rare =
        new Partition("site", List.of(group("A", 400, 400, 200), group("rare", 10, 2, 1)));
    assertEquals(
        2,
        assertInstanceOf(
                Comparison.Compared.class, Comparison.of(rare, Metric.CLIFFS_DELTA, TOP, 5).get(0))
            .contenders());
  }

  @Test
  void aGroupUnderTwoPerCentCouldNotHaveBecomeTheReference() {
    Partition rare =
        new Partition(
            "site",
            List.of(group("A", 400, 400, 200), group("B", 400, 400, 300), group("rare", 10, 2, 8)));
    Comparison first = Comparison.of(rare, Metric.CLIFFS_DELTA, TOP, 5).get(0);

    assertEquals(2, assertInstanceOf(Comparison.Compared.class, first).contenders());
  }

  @Test
  void theGroupsOfAPartitionAreOnOneScale() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Partition("site", List.of(group("A", 1, 2), group("B", 1, 2, 3))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Partition("site", List.of(group("A", 1, 2), group("A", 3, 4))));
  }

  @Test
  void aGroupTooSmallToBeTestedIsNotTheReference() {
    List<Comparison> found =
        compare(group("A", 10, 30, 10), group("B", 10, 30, 20), group("few", 1, 1, 7));

    assertEquals(List.of("A", "few"), found.stream().map(Comparison::group).toList());
  }

  @Test
  void aSmallGroupAndTheOneThatProtectsItAreHidden() {
    List<Comparison> found =
        compare(group("A", 10, 30, 10), group("B", 5, 6, 7), group("few", 1, 1, 1));

    assertInstanceOf(Comparison.Hidden.class, found.get(0));
    assertInstanceOf(Comparison.Hidden.class, found.get(1));
    assertEquals(List.of("B", "few"), found.stream().map(Comparison::group).toList());
  }

  @Test
  void aGroupInWhichAllAreRatedTheSameIsHidden() {
    List<Comparison> found =
        compare(group("A", 10, 30, 10), group("B", 5, 6, 7), group("same", 0, 20, 0));

    assertEquals(
        List.of("B", "same"),
        found.stream().filter(Comparison.Hidden.class::isInstance).map(Comparison::group).toList());
  }

  @Test
  void itIsTheSmallestGroupWithPeopleThatProtectsThoseWhoAreAllRatedTheSame() {
    Suppression found =
        new Partition(
                "site",
                List.of(
                    group("a large", 90, 90),
                    group("empty", 0, 0),
                    group("one", 0, 20),
                    group("the same", 0, 30),
                    group("z small", 20, 25)))
            .suppression(5);

    assertEquals(Set.of("one", "the same", "z small"), found.hidden());
    assertTrue(found.totalMayBeShown());
  }

  @Test
  void groupsHiddenTogetherAreNotAllRatedTheSame() {
    Partition alike =
        new Partition(
            "dimension",
            List.of(
                group("A", 0, 20, 0),
                group("B", 0, 25, 0),
                group("C", 9, 9, 9),
                group("D", 20, 20, 20)));
    Partition different =
        new Partition(
            "dimension",
            List.of(
                group("A", 0, 20, 0),
                group("B", 25, 0, 0),
                group("C", 9, 9, 9),
                group("D", 20, 20, 20)));

    assertEquals(Set.of("A", "B", "C"), alike.suppression(5).hidden());
    assertEquals(Set.of("A", "B"), different.suppression(5).hidden());
  }

  @Test
  void whereEverybodyIsRatedTheSameNotEvenTheTotalIsShown() {
    Suppression found =
        new Partition("dimension", List.of(group("A", 0, 20, 0), group("B", 0, 25, 0)))
            .suppression(5);

    assertEquals(Set.of("A", "B"), found.hidden());
    assertFalse(found.totalMayBeShown());
  }

  @Test
  void aGroupOfTenMayBeTheReference() {
    List<Comparison> found = compare(group("A", 10, 30, 10), group("ten", 1, 1, 8));

    assertEquals(List.of("A"), found.stream().map(Comparison::group).toList());
  }

  @Test
  void aGroupUnderTwoPerCentIsComparedLikeOthersAndItsShareIsTold() {
    Partition partition =
        new Partition(
            "site", List.of(group("main", 30_000, 35_300, 25_114), group("rare", 900, 559, 77)));

    for (Metric metric : Metric.values()) {
      Comparison.Compared rare =
          assertInstanceOf(
              Comparison.Compared.class, Comparison.of(partition, metric, TOP, 5).get(0));
      assertEquals("main", rare.reference());
      assertEquals(1536.0 / 91_950, rare.share(), 1e-12);
      Verdict verdict =
          VerdictRule.STANDARD.judge(new Family("2026", metric), List.of(rare)).get(0);
      assertTrue(verdict.outcome().isAnswered(), verdict.toString());
    }
  }

  @Test
  void anEmptyGroupIsNamedAndNotCompared() {
    List<Comparison> found = compare(group("A", 10, 30, 10), group("nobody", 0, 0, 0));

    assertTrue(
        assertInstanceOf(Comparison.NotCompared.class, found.get(0)).reason().contains("nobody"));
  }

  @Test
  void withoutAReferenceNothingIsCompared() {
    List<Comparison> found = compare(group("A", 3, 3, 1), group("B", 2, 3, 1));

    assertEquals(2, found.size());
    found.forEach(one -> assertInstanceOf(Comparison.NotCompared.class, one));
    assertEquals(List.of(), compare());
  }

  private static List<Comparison> compare(Group... groups) {
    return Comparison.of(
        new Partition("dimension", Arrays.asList(groups)), Metric.IMPACT_RATIO, TOP, 5);
  }

  private static Group group(String name, long... lowestFirst) {
    return new Group(name, LevelCounts.of(lowestFirst), true);
  }

  private static Group undeclared(String name, long... lowestFirst) {
    return new Group(name, LevelCounts.of(lowestFirst), false);
  }
}
