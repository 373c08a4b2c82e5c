package org.evenhand.analytics.drift;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.counts.TimedCycle;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.statistics.partition.Suppression;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer sees of one dimension in one cycle.
 *
 * @param scale the scale of the figures; null when none are visible
 * @param groups those whose figures are open to the viewer
 * @param hidden groups that are named without figures
 * @param gathering whether figures are still to come
 */
record VisibleGroups(
    TimedCycle at,
    @Nullable Scale scale,
    SortedMap<String, ShownGroup> groups,
    Set<String> hidden,
    boolean gathering,
    @Nullable Edition edition) {

  /** The groups of a look whose whole distribution is shown. */
  static VisibleGroups of(TimedCycle at, Look look) {
    if (!(look instanceof Look.Shown shown)) {
      return new VisibleGroups(
          at, null, new TreeMap<>(), Set.of(), look instanceof Look.Gathering, edition(look));
    }
    Suppression suppression = shown.suppressionOfDistributions();
    SortedMap<String, ShownGroup> open = new TreeMap<>();
    for (ShownGroup group : shown.groups()) {
      if (!suppression.hides(group.value())) {
        open.put(group.value(), group);
      }
    }
    return new VisibleGroups(at, shown.scale(), open, suppression.hidden(), false, shown.edition());
  }

  private static @Nullable Edition edition(Look look) {
    return look instanceof Look.Nothing nothing ? nothing.edition() : null;
  }

  /** The ratings that a reader gave; there is nothing to hide from them. */
  static VisibleGroups ofOwn(TimedCycle at, Optional<Tally> given, String name) {
    SortedMap<String, ShownGroup> own = new TreeMap<>();
    given.ifPresent(
        tally ->
            tally
                .groups()
                .values()
                .forEach(
                    counts -> own.put(name, new ShownGroup(name, counts, Map.of(), true, null))));
    return new VisibleGroups(at, given.map(Tally::scale).orElse(null), own, Set.of(), false, null);
  }

  /** The part of it that is open to a viewer of some groups only. */
  VisibleGroups only(Set<String> open) {
    SortedMap<String, ShownGroup> theirs =
        groups.entrySet().stream()
            .filter(group -> open.contains(group.getKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, TreeMap::new));
    Set<String> named = hidden.stream().filter(open::contains).collect(Collectors.toSet());
    return new VisibleGroups(at, scale, theirs, named, gathering, edition);
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
}
