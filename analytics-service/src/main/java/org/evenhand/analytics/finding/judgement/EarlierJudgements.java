package org.evenhand.analytics.finding.judgement;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.Judgement;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.verdict.PriorWarning;

/**
 * What came before a judgement.
 *
 * @param upheld what the last judgements of this cycle and of those before came to
 * @param justBefore the cycles just before this one
 * @param own the earlier judgements of this cycle
 * @param last of these; empty when this is the first
 */
record EarlierJudgements(
    List<Finding> upheld, Set<UUID> justBefore, Set<UUID> own, Optional<Judgement> last) {

  /**
   * The warnings of the cycles just before, as far as they were rated on the same scale; also those
   * that were cleared later on, or answered: that a cycle was followed by a better one does not
   * change what it came to.
   */
  Map<Metric, Set<PriorWarning>> warnings(SortedMap<String, Look> looks) {
    Map<Metric, Set<PriorWarning>> warnings = new EnumMap<>(Metric.class);
    for (Finding finding : upheld) {
      if (finding.wasRaised()
          && justBefore.contains(finding.cycleId())
          && looks.get(finding.key().dimension()) instanceof Look.Shown shown
          && shown.scale().equals(finding.scale())) {
        warnings
            .computeIfAbsent(finding.measuredBy(), metric -> new HashSet<>())
            .add(finding.asPriorWarning());
      }
    }
    return warnings;
  }

  /** The same of opportunities, which are always measured alike. */
  Set<PriorWarning> warnings() {
    return upheld.stream()
        .filter(finding -> finding.wasRaised() && justBefore.contains(finding.cycleId()))
        .map(Finding::asPriorWarning)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this cycle was judged on these results, or on later ones. */
  boolean covers(long edition) {
    return last.filter(judgement -> judgement.covers(edition)).isPresent();
  }

  /** The number of the judgement that comes next. */
  long next() {
    return last.map(Judgement::number).orElse(0L) + 1;
  }

  /** Whether it was this cycle that cleared a finding of another. */
  boolean hasCleared(Finding finding) {
    return finding.clearing().filter(by -> own.contains(by.judgementId())).isPresent();
  }
}
