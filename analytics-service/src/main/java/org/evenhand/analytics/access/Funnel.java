package org.evenhand.analytics.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

/**
 * How far the people of each group came, as it was published.
 *
 * @param all everybody, also of groups that are hidden
 * @param shown the groups with figures: how many came to each stage and no further
 * @param hidden those that are named without
 */
record Funnel(
    Dimension dimension,
    LevelCounts all,
    SortedMap<String, LevelCounts> shown,
    SortedSet<String> hidden) {

  Funnel {
    shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
    hidden = Collections.unmodifiableSortedSet(new TreeSet<>(hidden));
  }

  /** On which those who came to a stage stand above those who didn't. */
  static final int REACHED = 2;

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
      Selection selection = selection(stage, value);
      groups.put(value, LevelCounts.of(selection.others(), selection.selected()));
      rest -= selection.people();
    }
    for (String value : hidden) {
      groups.put(value, LevelCounts.of(rest, 0));
      rest = 0;
    }
    List<Group> named = new ArrayList<>();
    groups.forEach(
        (value, counts) -> named.add(new Group(value, counts, dimension.isDeclared(value))));
    return new Partition(partition(stage, dimension.key()), named);
  }

  /** Of a group that is shown. */
  Selection selection(Stage stage, String value) {
    return stage.of(shown.getOrDefault(value, LevelCounts.of(0, 0, 0, 0)));
  }

  /** All stages are one family of tests, in which each has its own partitions. */
  static String partition(Stage stage, String dimension) {
    return stage + " " + dimension;
  }
}
