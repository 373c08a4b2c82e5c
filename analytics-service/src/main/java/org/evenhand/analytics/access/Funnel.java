package org.evenhand.analytics.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.partition.Group;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.statistics.partition.Suppression;
import org.evenhand.analytics.yearly.FigureGroups;

/**
 * How far the people of each group came, as it was published.
 *
 * @param all everybody, also of groups that are hidden
 * @param shown the groups with figures: how many came to each stage and no further
 * @param strata the people of these groups by job family and level; they go into comparisons over
 *     all strata together, and a stratum's own figures are shown to nobody
 * @param hidden those that are named without
 */
record Funnel(
    Dimension dimension,
    LevelCounts all,
    SortedMap<String, LevelCounts> shown,
    Map<String, Map<String, LevelCounts>> strata,
    SortedSet<String> hidden) {

  Funnel {
    shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
    strata = Map.copyOf(strata);
    hidden = Collections.unmodifiableSortedSet(new TreeSet<>(hidden));
  }

  private static final LevelCounts NOBODY = LevelCounts.of(0, 0, 0, 0);

  /** On which those who came to a stage stand above those who didn't. */
  static final int REACHED = 2;

  static Funnel of(Dimension dimension, LevelCounts all, FigureGroups groups) {
    return new Funnel(dimension, all, groups.shown(), groups.strata(), groups.hidden());
  }

  Suppression suppression() {
    return new Suppression(hidden, hidden.isEmpty());
  }

  SortedSet<String> groups() {
    SortedSet<String> groups = new TreeSet<>(shown.keySet());
    groups.addAll(hidden);
    return groups;
  }

  /**
   * Who came to the stage before, by whether they came to this one. Of those in hidden groups there
   * is only how many they are, under the first of these: the total is known.
   */
  Partition at(Stage stage) {
    SortedMap<String, LevelCounts> groups = new TreeMap<>();
    long rest = stage.of(all).people();
    for (String value : shown.keySet()) {
      LevelCounts counts = reached(stage, shown.getOrDefault(value, NOBODY));
      groups.put(value, counts);
      rest -= counts.people();
    }
    for (String value : hidden) {
      groups.put(value, LevelCounts.of(rest, 0));
      rest = 0;
    }
    List<Group> named = new ArrayList<>();
    groups.forEach(
        (value, counts) ->
            named.add(new Group(value, counts, dimension.isDeclared(value), strata(stage, value))));
    return new Partition(partition(stage, dimension.key()), named);
  }

  /** Those in which somebody came as far as the stage before. */
  private Map<String, LevelCounts> strata(Stage stage, String value) {
    Map<String, LevelCounts> within = new HashMap<>();
    strata
        .getOrDefault(value, Map.of())
        .forEach((name, furthest) -> within.put(name, reached(stage, furthest)));
    within.values().removeIf(counts -> counts.people() == 0);
    return within;
  }

  private static LevelCounts reached(Stage stage, LevelCounts furthest) {
    Selection selection = stage.of(furthest);
    return LevelCounts.of(selection.others(), selection.selected());
  }

  /** Of a group that is shown. */
  Selection selection(Stage stage, String value) {
    return stage.of(shown.getOrDefault(value, NOBODY));
  }

  /** All stages are one family of tests, in which each has its own partitions. */
  static String partition(Stage stage, String dimension) {
    return stage + " " + dimension;
  }
}
