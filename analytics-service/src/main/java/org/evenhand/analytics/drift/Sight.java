package org.evenhand.analytics.drift;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.counts.TimedCycle;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.statistics.Group;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Partition;
import org.evenhand.analytics.statistics.Suppression;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer sees of one dimension in one cycle.
 *
 * @param scale that the figures are on; null when nothing is to be seen
 * @param groups those whose figures are open to the viewer
 * @param hidden those that are named without figures
 * @param gathering whether figures are still to come
 */
record Sight(
    TimedCycle at,
    @Nullable Scale scale,
    SortedMap<String, LevelCounts> groups,
    Set<String> hidden,
    boolean gathering,
    @Nullable Instant publishedAt) {

  /** The groups of a look, after suppression within the whole of the dimension. */
  static Sight of(TimedCycle at, Look look, long leastGroup) {
    if (!(look instanceof Look.Shown shown)) {
      return new Sight(at, null, new TreeMap<>(), Set.of(), look instanceof Look.Gathering, null);
    }
    Suppression suppression = partition(shown).suppression(leastGroup);
    SortedMap<String, LevelCounts> open = new TreeMap<>();
    for (ShownGroup group : shown.groups()) {
      if (!suppression.hides(group.value())) {
        open.put(group.value(), group.counts());
      }
    }
    return new Sight(at, shown.scale(), open, suppression.hidden(), false, shown.publishedAt());
  }

  /** What somebody gave themself: there is nothing to hide. */
  static Sight ofOwn(TimedCycle at, Optional<Tally> given, String name) {
    SortedMap<String, LevelCounts> own = new TreeMap<>();
    given.ifPresent(tally -> tally.groups().values().forEach(counts -> own.put(name, counts)));
    return new Sight(at, given.map(Tally::scale).orElse(null), own, Set.of(), false, null);
  }

  /** As far as it is open to someone who may see some of the groups only. */
  Sight only(Set<String> open) {
    SortedMap<String, LevelCounts> theirs =
        groups.entrySet().stream()
            .filter(group -> open.contains(group.getKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, TreeMap::new));
    Set<String> named = hidden.stream().filter(open::contains).collect(Collectors.toSet());
    return new Sight(at, scale, theirs, named, gathering, publishedAt);
  }

  PointState stateOf(String group) {
    if (groups.containsKey(group)) {
      return PointState.SHOWN;
    }
    if (hidden.contains(group)) {
      return PointState.SUPPRESSED;
    }
    return gathering ? PointState.GATHERING : PointState.NO_RATINGS;
  }

  private static Partition partition(Look.Shown shown) {
    return new Partition(
        "", shown.groups().stream().map(g -> new Group(g.value(), g.counts(), true)).toList());
  }
}
