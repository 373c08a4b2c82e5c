package org.evenhand.analytics.publication;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Cube;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * What an edition of one dimension is made of.
 *
 * @param levels of the scale
 * @param dimension its key
 * @param present the counts as they are now
 * @param shown the open groups, as they are shown
 * @param earlier what the open groups showed in editions before the last one
 * @param hidden the groups that are named only, with as many people as keep them hidden
 * @param changes reviews that are shown otherwise than they are now; all others that belong to an
 *     open group are shown as they are
 */
record Material(
    int levels,
    String dimension,
    SortedMap<Cell, Counts> present,
    SortedMap<Cell, Counts> shown,
    Map<Cell, List<LevelCounts>> earlier,
    SortedMap<Cell, Long> hidden,
    List<Change> changes) {

  static Material of(
      Cube cube,
      Scale scale,
      SortedMap<Part, SortedMap<String, PublishedGroup>> shown,
      Map<Cell, List<LevelCounts>> earlier,
      List<Change> changes,
      String dimension) {
    Material material =
        new Material(
            scale.size(),
            dimension,
            new TreeMap<>(),
            new TreeMap<>(),
            earlier,
            new TreeMap<>(),
            changes);
    for (Phase phase : Phase.values()) {
      // Reviewers are counted by what they gave.
      if (phase == Phase.BEFORE || !dimension.equals(Dimensions.REVIEWER)) {
        material.addPresent(
            phase, cube.tally(phase, dimension, scale, Dimensions.hasStrata(dimension)));
      }
      shown
          .getOrDefault(new Part(phase, dimension), new TreeMap<>())
          .forEach((value, group) -> material.addShown(new Cell(phase, value), group));
    }
    return material;
  }

  private void addPresent(Phase phase, Tally tally) {
    tally
        .groups()
        .forEach(
            (value, counts) ->
                present.put(
                    new Cell(phase, value),
                    Counts.of(counts, tally.strata().getOrDefault(value, Map.of()))));
  }

  private void addShown(Cell cell, PublishedGroup group) {
    if (group.open()) {
      shown.put(cell, Counts.of(group.counts(), group.strata()));
    } else {
      hidden.put(cell, group.counts().people());
    }
  }

  /** The groups as a look finds them, with stand-ins for those that are named only. */
  SortedMap<String, LevelCounts> groups(
      Phase phase, SortedMap<Cell, Counts> open, SortedMap<Cell, Long> hidden) {
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
