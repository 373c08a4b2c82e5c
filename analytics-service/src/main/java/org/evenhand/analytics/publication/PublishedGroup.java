package org.evenhand.analytics.publication;

import java.time.Instant;
import java.util.Map;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.statistics.LevelCounts;
import org.jspecify.annotations.Nullable;

/**
 * What was last shown of a group, and when that became what is shown.
 *
 * @param counts of a group that is not open, as many people as keep it hidden
 * @param strata the same people by job family and level
 * @param open whether figures of it were ever shown; else it is named only
 * @param refused whether it is seen as one that is named only, because the groups that lie within
 *     it could be subtracted
 */
record PublishedGroup(
    Scale scale,
    LevelCounts counts,
    Map<String, LevelCounts> strata,
    boolean open,
    boolean refused,
    @Nullable LastSeen lastSeen,
    Instant at) {

  PublishedGroup(
      Scale scale, LevelCounts counts, Map<String, LevelCounts> strata, boolean open, Instant at) {
    this(scale, counts, strata, open, false, null, at);
  }

  PublishedGroup refuse(@Nullable LastSeen before) {
    return new PublishedGroup(scale, counts, strata, open, true, before, at);
  }

  boolean isShown() {
    return open && !refused;
  }

  /** As a look finds it. */
  ShownGroup seen(String name, Rules rules) {
    return refused
        ? new ShownGroup(
            name, Material.standIn(scale.size(), rules.hidden(counts.people())), Map.of())
        : new ShownGroup(name, counts, strata);
  }
}
