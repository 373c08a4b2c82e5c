package org.evenhand.analytics.publication;

import java.util.Map;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * All people of a cycle, as they were shown and as they will be.
 *
 * @param before by phase; none while nothing is shown of it
 * @param after the same
 */
record Total(Map<Phase, LevelCounts> before, Map<Phase, LevelCounts> after) {

  Total {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }
}
