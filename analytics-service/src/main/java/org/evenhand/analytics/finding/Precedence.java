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
 * @param upheld what the last judgements of this cycle and of those before came to
 * @param justBefore whether a cycle, of those before, is one just before
 * @param own the earlier judgements of this cycle
 */
record Precedence(List<Finding> upheld, Map<UUID, Boolean> justBefore, Set<UUID> own) {

  /**
   * The warnings of the cycles just before, as far as they were rated on the same scale; also those
   * that were cleared later on, or answered: that a cycle was followed by a better one does not
   * change what it came to.
   */
  Map<Metric, Set<PriorWarning>> warnings(SortedMap<String, Look> looks) {
    Map<Metric, Set<PriorWarning>> warnings = new EnumMap<>(Metric.class);
    for (Finding finding : upheld) {
      if (finding.wasRaised()
          && justBefore.getOrDefault(finding.cycleId(), false)
          && looks.get(finding.key().dimension()) instanceof Look.Shown shown
          && shown.scale().equals(finding.scale())) {
        warnings
            .computeIfAbsent(finding.measuredBy(), metric -> new HashSet<>())
            .add(finding.asPriorWarning());
      }
    }
    return warnings;
  }

  /** Whether it was this cycle that cleared a finding of another. */
  boolean hasCleared(Finding finding) {
    return finding.clearing().filter(by -> own.contains(by.judgementId())).isPresent();
  }
}
