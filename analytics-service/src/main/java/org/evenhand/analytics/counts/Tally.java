package org.evenhand.analytics.counts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * The ratings of one dimension in one cycle and phase, as they are now.
 *
 * @param scale the scale that most of the ratings are on
 * @param groups by value of the dimension
 * @param onOtherScales how many ratings are left out, because they are on another scale
 */
public record Tally(Scale scale, SortedMap<String, LevelCounts> groups, long onOtherScales) {

  /** Who has a rating but declared nothing in a dimension. */
  public static final String UNDECLARED = "undeclared";

  private static final Comparator<Map.Entry<Scale, Long>> BY_PEOPLE =
      Map.Entry.<Scale, Long>comparingByValue()
          .thenComparing(entry -> entry.getKey().size())
          .thenComparing(entry -> entry.getKey().favourableFrom());

  /** The levels of a dimension; those of dimension 'none' among them say who is undeclared. */
  static Optional<Tally> of(List<Level> levels, String dimension) {
    boolean allAreCounted = levels.stream().anyMatch(Tally::isOfAll);
    Map<Scale, Long> people =
        levels.stream()
            .filter(level -> !allAreCounted || isOfAll(level))
            .collect(Collectors.groupingBy(Level::scale, Collectors.summingLong(Level::n)));
    return people.entrySet().stream()
        .max(BY_PEOPLE)
        .map(most -> of(levels, dimension, most.getKey(), others(people, most.getValue())));
  }

  private static Tally of(List<Level> levels, String dimension, Scale scale, long others) {
    SortedMap<String, long[]> groups = new TreeMap<>();
    for (Level level : levels) {
      if (level.scale().equals(scale)) {
        if (level.dimension().equals(dimension)) {
          add(groups, level.value(), level, level.n());
          add(groups, UNDECLARED, level, -level.n());
        } else {
          add(groups, UNDECLARED, level, level.n());
        }
      }
    }
    if (levels.stream().noneMatch(level -> !level.dimension().equals(dimension))) {
      groups.remove(UNDECLARED);
    }
    SortedMap<String, LevelCounts> counts = new TreeMap<>();
    groups.forEach((value, ns) -> counts.put(value, LevelCounts.of(ns)));
    counts.values().removeIf(group -> group.people() == 0);
    return new Tally(scale, counts, others);
  }

  private static boolean isOfAll(Level level) {
    return level.dimension().equals(Dimensions.NONE);
  }

  private static long others(Map<Scale, Long> people, long most) {
    return people.values().stream().mapToLong(Long::longValue).sum() - most;
  }

  private static void add(SortedMap<String, long[]> groups, String value, Level at, long n) {
    groups.computeIfAbsent(value, none -> new long[at.scale().size()])[at.ordinal() - 1] += n;
  }
}
