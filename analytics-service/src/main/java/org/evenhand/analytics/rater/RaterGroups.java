package org.evenhand.analytics.rater;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Moments;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.statistics.partition.Suppression;
import org.evenhand.analytics.statistics.raters.OneWayEffects;
import org.evenhand.analytics.statistics.raters.RaterSeverity;

/**
 * The published ratings of a cycle by who gave them.
 *
 * @param all by rater, those too that may not be shown
 * @param hidden for a statement about the level
 * @param hiddenWidth for a statement about the width
 */
record RaterGroups(
    SortedMap<String, LevelCounts> all, Suppression hidden, Suppression hiddenWidth) {

  /**
   * How many others it takes: with one or two, a profile would tell of them as much as of the
   * rater.
   */
  static final int LEAST_PEERS = 3;

  static RaterGroups of(Look.Shown shown, long leastGroup, long leastDistribution) {
    SortedMap<String, LevelCounts> all = new TreeMap<>();
    for (ShownGroup group : shown.groups()) {
      all.put(group.value(), group.counts());
    }
    Partition partition = shown.partition("", group -> true);
    return new RaterGroups(
        all, partition.suppression(leastGroup), partition.suppression(leastDistribution));
  }

  /** Who has no published ratings is told from who has too few by nobody else. */
  boolean hides(String rater) {
    return hidden.hides(rater) || !all.containsKey(rater);
  }

  /**
   * The profile of a rater beside the others that may be shown. Empty with too few ratings or
   * peers, or where nothing varies.
   */
  Optional<RaterSeverity> profile(String rater) {
    LevelCounts own = all.get(rater);
    if (own == null || own.people() < RaterSeverity.LEAST_REPORTS) {
      return Optional.empty();
    }
    SortedMap<String, LevelCounts> peers = new TreeMap<>(all);
    peers.keySet().removeIf(name -> hidden.hides(name) || name.equals(Tally.UNDECLARED));
    peers.remove(rater);
    if (peers.size() < LEAST_PEERS) {
      return Optional.empty();
    }
    return among(own, rater, peers)
        .flatMap(among -> RaterSeverity.of(own, List.copyOf(peers.values()), among));
  }

  /** How much all of them differ by more than chance. */
  private static Optional<OneWayEffects> among(
      LevelCounts own, String rater, Map<String, LevelCounts> peers) {
    SortedMap<String, Moments> moments = new TreeMap<>();
    peers.forEach((name, counts) -> moments.put(name, Moments.of(counts)));
    moments.put(rater, Moments.of(own));
    return OneWayEffects.of(moments);
  }
}
