package org.evenhand.analytics.yearly;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * What a figure shows of the groups of a dimension.
 *
 * @param shown the groups with how many of their people stand at each level
 * @param strata the people of these groups by job family and level, where that is kept
 * @param hidden those that are named without
 */
public record FigureGroups(
    SortedMap<String, LevelCounts> shown,
    Map<String, Map<String, LevelCounts>> strata,
    SortedSet<String> hidden) {

  public FigureGroups {
    shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
    strata = Map.copyOf(strata);
    hidden = Collections.unmodifiableSortedSet(new TreeSet<>(hidden));
  }

  /** The same with the strata of its groups. */
  FigureGroups within(Map<String, Map<String, LevelCounts>> byGroup) {
    return new FigureGroups(shown, byGroup, hidden);
  }

  /** With figures or without. */
  public SortedSet<String> named() {
    SortedSet<String> named = new TreeSet<>(shown.keySet());
    named.addAll(hidden);
    return named;
  }
}
