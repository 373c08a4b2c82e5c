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
 * @param strata those of each group by job family and level; empty where they were not asked for
 * @param onOtherScales how many ratings are left out, because they are on another scale
 */
public record Tally(
    Scale scale,
    SortedMap<String, LevelCounts> groups,
    Map<String, Map<String, LevelCounts>> strata,
    long onOtherScales) {

  /** A tally without strata. */
  public Tally(Scale scale, SortedMap<String, LevelCounts> groups, long onOtherScales) {
    this(scale, groups, Map.of(), onOtherScales);
  }

  /** Who has a rating but declared nothing in a dimension. */
  public static final String UNDECLARED = "undeclared";

  private static final Comparator<Map.Entry<Scale, Long>> BY_PEOPLE =
      Map.Entry.<Scale, Long>comparingByValue()
          .thenComparing(entry -> entry.getKey().size())
          .thenComparing(entry -> entry.getKey().favourableFrom());

  /** All people on the scale. */
  public long people() {
    return groups.values().stream().mapToLong(LevelCounts::people).sum();
  }

  /** A group, in which there may be nobody. */
  public LevelCounts counts(String value) {
    LevelCounts counts = groups.get(value);
    return counts == null ? LevelCounts.of(new long[scale.size()]) : counts;
  }

  /** The levels of a dimension; those of dimension 'none' among them say who is undeclared. */
  static Optional<Tally> of(List<Level> levels, String dimension) {
    Map<Scale, Long> people = people(levels);
    return people.entrySet().stream()
        .max(BY_PEOPLE)
        .map(most -> of(levels, dimension, most.getKey(), others(people, most.getValue())));
  }

  /** The same on a scale, whichever most of the ratings are on. */
  static Tally of(List<Level> levels, String dimension, Scale scale) {
    Map<Scale, Long> people = people(levels);
    return of(levels, dimension, scale, others(people, people.getOrDefault(scale, 0L)));
  }

  /** The scale that most of the ratings are on; empty when there are none. */
  static Optional<Scale> scale(List<Level> levels) {
    return people(levels).entrySet().stream().max(BY_PEOPLE).map(Map.Entry::getKey);
  }

  private static Map<Scale, Long> people(List<Level> levels) {
    boolean allAreCounted = levels.stream().anyMatch(Tally::isOfAll);
    return levels.stream()
        .filter(level -> !allAreCounted || isOfAll(level))
        .collect(Collectors.groupingBy(Level::scale, Collectors.summingLong(Level::n)));
  }

  private static Tally of(List<Level> levels, String dimension, Scale scale, long others) {
    List<Level> onScale = levels.stream().filter(each -> each.scale().equals(scale)).toList();
    return new Tally(scale, groups(onScale, dimension, scale), others);
  }

  /** This tally with its strata, worked out of the same levels. */
  Tally stratified(List<Level> levels, String dimension) {
    Map<String, List<Level>> byStratum =
        levels.stream()
            .filter(level -> level.scale().equals(scale))
            .collect(Collectors.groupingBy(Level::stratum));
    Map<String, Map<String, LevelCounts>> strata = new TreeMap<>();
    byStratum.forEach(
        (stratum, within) ->
            groups(within, dimension, scale)
                .forEach(
                    (value, counts) ->
                        strata
                            .computeIfAbsent(value, none -> new TreeMap<>())
                            .put(stratum, counts)));
    return new Tally(scale, groups, strata, onOtherScales);
  }

  private static SortedMap<String, LevelCounts> groups(
      List<Level> levels, String dimension, Scale scale) {
    SortedMap<String, long[]> groups = new TreeMap<>();
    long[] undeclared = new long[scale.size()];
    for (Level level : levels) {
      boolean isOwn = level.dimension().equals(dimension);
      int position = level.ordinal() - 1;
      if (isOwn) {
        groups.computeIfAbsent(level.value(), none -> new long[scale.size()])[position] +=
            level.n();
      }
      undeclared[position] += (isOfAll(level) ? level.n() : 0) - (isOwn ? level.n() : 0);
    }
    if (levels.stream().anyMatch(Tally::isOfAll)) {
      groups.put(UNDECLARED, undeclared);
    }
    SortedMap<String, LevelCounts> counts = new TreeMap<>();
    groups.forEach((value, ns) -> counts.put(value, LevelCounts.of(ns)));
    counts.values().removeIf(group -> group.people() == 0);
    return counts;
  }

  private static boolean isOfAll(Level level) {
    return level.dimension().equals(Dimensions.NONE);
  }

  private static long others(Map<Scale, Long> people, long most) {
    return people.values().stream().mapToLong(Long::longValue).sum() - most;
  }
}
