package org.evenhand.analytics.publication;

import java.time.Instant;
import java.util.Map;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * What was last shown of a group, and when that became what is shown.
 *
 * @param strata the same people by job family and level
 */
record PublishedGroup(
    Scale scale, LevelCounts counts, Map<String, LevelCounts> strata, Instant at) {

  PublishedGroup(Scale scale, LevelCounts counts, Instant at) {
    this(scale, counts, Map.of(), at);
  }
}
