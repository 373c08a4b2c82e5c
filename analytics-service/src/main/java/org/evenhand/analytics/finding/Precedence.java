package org.evenhand.analytics.finding;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.PriorWarning;

/**
 * What came before a judgement.
 *
 * @param endable the findings that it may end
 * @param justBefore whether a cycle, of those before, is one just before
 */
record Precedence(List<Finding> endable, Map<UUID, Boolean> justBefore) {

  /** The warnings of the cycles just before, as far as they were rated on the same scale. */
  Map<Metric, Set<PriorWarning>> warnings(SortedMap<String, Look> looks) {
    Map<Metric, Set<PriorWarning>> warnings = new EnumMap<>(Metric.class);
    for (Finding finding : endable) {
      if (justBefore.getOrDefault(finding.cycleId(), false)
          && looks.get(finding.key().dimension()) instanceof Look.Shown shown
          && shown.scale().equals(finding.scale())) {
        warnings
            .computeIfAbsent(finding.measuredBy(), metric -> new HashSet<>())
            .add(finding.asPriorWarning());
      }
    }
    return warnings;
  }
}
