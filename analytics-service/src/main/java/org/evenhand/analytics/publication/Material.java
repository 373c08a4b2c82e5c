package org.evenhand.analytics.publication;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * What an edition of one dimension is made of.
 *
 * @param levels of the scale
 * @param dimension its key
 * @param present the counts as they are now
 * @param shown the open groups, as they are shown
 * @param hidden the groups that are named only, with as many people as keep them hidden
 * @param changes reviews that are shown otherwise than they are now; all others that belong to an
 *     open group are shown as they are
 */
record Material(
    int levels,
    String dimension,
    SortedMap<Cell, Counts> present,
    SortedMap<Cell, Counts> shown,
    SortedMap<Cell, Long> hidden,
    List<Change> changes) {

  /** The groups as a look finds them, with stand-ins for those that are named only. */
  static SortedMap<String, LevelCounts> groups(
      int levels, Phase phase, SortedMap<Cell, Counts> open, SortedMap<Cell, Long> hidden) {
    SortedMap<String, LevelCounts> groups = new TreeMap<>();
    hidden.forEach(
        (cell, people) -> {
          if (cell.phase() == phase) {
            groups.put(cell.value(), standIn(levels, people));
          }
        });
    open.forEach(
        (cell, counts) -> {
          if (cell.phase() == phase) {
            groups.put(cell.value(), counts.whole());
          }
        });
    groups.values().removeIf(group -> group.people() == 0);
    return groups;
  }

  /** So many people, all of whom have one level: such a group is hidden. */
  static LevelCounts standIn(int levels, long people) {
    long[] alike = new long[levels];
    alike[0] = people;
    return LevelCounts.of(alike);
  }
}
