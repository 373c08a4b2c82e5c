package org.evenhand.analytics.publication;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.LevelCounts;
import org.jspecify.annotations.Nullable;

/** What was last seen of groups and of those within them: in the last edition, or before it. */
final class ShownBefore {

  private final Rules rules;
  private final Nesting nesting;
  private final SortedMap<Part, SortedMap<String, PublishedGroup>> groups;
  private final Map<String, SeenGroups> seen = new HashMap<>();

  ShownBefore(
      Rules rules, Nesting nesting, SortedMap<Part, SortedMap<String, PublishedGroup>> groups) {
    this.rules = rules;
    this.nesting = nesting;
    this.groups = groups;
    Nesting.DIMENSIONS.forEach(each -> seen.put(each, SeenGroups.of(rules, groups, each)));
  }

  /** The figures of a group, by phase. */
  Map<Phase, LevelCounts> figures(String dimension, String group) {
    Map<Phase, LevelCounts> figures = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      PublishedGroup found = found(phase, dimension, group);
      if (found != null && found.lastSeen() != null) {
        figures.put(phase, found.lastSeen().figures());
      } else if (found != null && found.isShown()) {
        figures.put(phase, found.counts());
      }
    }
    return figures;
  }

  /** The groups of the inner dimension at the moment when this one was last seen. */
  Seen beside(String outer, String group, String inner) {
    Map<Phase, LastSeen> remembered = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      PublishedGroup found = found(phase, outer, group);
      if (found != null && found.lastSeen() != null) {
        remembered.put(phase, found.lastSeen());
      }
    }
    return new Remembered(inner, remembered, seen(inner));
  }

  /** What has to be kept of a group that is refused from now on; null if it was never seen. */
  @Nullable LastSeen lastSeen(Phase phase, String dimension, String group) {
    PublishedGroup found = found(phase, dimension, group);
    if (found == null || !found.isShown()) {
      return found == null ? null : found.lastSeen();
    }
    Map<String, Map<Integer, Map<String, List<Long>>>> parts = new TreeMap<>();
    for (String inner : Nesting.DIMENSIONS) {
      Set<String> inside = nesting.inside(dimension, group, inner);
      Map<Integer, Map<String, List<Long>>> byLeast = new TreeMap<>();
      for (int least : rules.leastSizes()) {
        byLeast.put(least, visible(phase, least, inner, inside));
      }
      parts.put(inner, byLeast);
    }
    return new LastSeen(LastSeen.numbers(found.counts()), parts);
  }

  private Map<String, List<Long>> visible(
      Phase phase, int least, String inner, Set<String> inside) {
    Set<String> names = new HashSet<>(inside);
    names.retainAll(seen(inner).visible(phase, least));
    Map<String, List<Long>> visible = new TreeMap<>();
    for (String name : names) {
      LevelCounts counts = seen(inner).group(phase, name);
      if (counts != null) {
        visible.put(name, LastSeen.numbers(counts));
      }
    }
    return visible;
  }

  private SeenGroups seen(String dimension) {
    return seen.getOrDefault(dimension, new SeenGroups(Map.of()));
  }

  private @Nullable PublishedGroup found(Phase phase, String dimension, String group) {
    return groups.getOrDefault(new Part(phase, dimension), new TreeMap<>()).get(group);
  }

  private record Remembered(String dimension, Map<Phase, LastSeen> remembered, SeenGroups last)
      implements Seen {

    @Override
    public Set<String> visible(Phase phase, int least) {
      LastSeen earlier = remembered.get(phase);
      return earlier == null ? last.visible(phase, least) : earlier.visible(dimension, least);
    }

    @Override
    public @Nullable LevelCounts group(Phase phase, String name) {
      LastSeen earlier = remembered.get(phase);
      return earlier == null ? last.group(phase, name) : earlier.part(dimension, name);
    }
  }
}
