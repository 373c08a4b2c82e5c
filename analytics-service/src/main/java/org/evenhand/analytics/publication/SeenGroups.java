package org.evenhand.analytics.publication;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.Group;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Partition;
import org.evenhand.analytics.statistics.Suppression;
import org.jspecify.annotations.Nullable;

/** All groups of a dimension as a look finds them, stand-ins included, and which are visible. */
final class SeenGroups implements Seen {

  private record Sight(Phase phase, int least) {}

  private final Map<Phase, SortedMap<String, LevelCounts>> groups;
  private final Map<Sight, Set<String>> visible = new HashMap<>();

  SeenGroups(Map<Phase, SortedMap<String, LevelCounts>> groups) {
    this.groups = Map.copyOf(groups);
  }

  static SeenGroups of(
      Rules rules, SortedMap<Part, SortedMap<String, PublishedGroup>> shown, String dimension) {
    Map<Phase, SortedMap<String, LevelCounts>> groups = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      SortedMap<String, LevelCounts> found = new TreeMap<>();
      Picture.seen(rules, shown.getOrDefault(new Part(phase, dimension), new TreeMap<>()))
          .forEach(group -> found.put(group.value(), group.counts()));
      groups.put(phase, found);
    }
    return new SeenGroups(groups);
  }

  /** In either phase. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    groups.values().forEach(each -> names.addAll(each.keySet()));
    return names;
  }

  @Override
  public @Nullable LevelCounts group(Phase phase, String name) {
    return in(phase).get(name);
  }

  @Override
  public Set<String> visible(Phase phase, int least) {
    return visible.computeIfAbsent(new Sight(phase, least), sight -> visible(in(phase), least));
  }

  private SortedMap<String, LevelCounts> in(Phase phase) {
    return groups.getOrDefault(phase, new TreeMap<>());
  }

  private static Set<String> visible(SortedMap<String, LevelCounts> groups, int least) {
    List<Group> all =
        groups.entrySet().stream().map(g -> new Group(g.getKey(), g.getValue(), true)).toList();
    Suppression hidden = new Partition("", all).suppression(least);
    Set<String> visible = new HashSet<>(groups.keySet());
    visible.removeIf(hidden::hides);
    return visible;
  }
}
