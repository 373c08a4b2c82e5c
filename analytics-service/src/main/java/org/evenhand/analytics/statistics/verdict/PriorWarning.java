package org.evenhand.analytics.statistics.verdict;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A group that was at WARN or CRITICAL in the cycle before, by the same metric and on the same
 * scale: twice in a row is more than once.
 *
 * @param dimension the partition's key
 * @param group the group's key
 * @param behind whether it fared worse than the reference; twice in a row in different directions
 *     is not twice
 */
public record PriorWarning(String dimension, String group, boolean behind) {

  /** Those among the verdicts of a metric in one cycle, to be handed to the judging of the next. */
  public static Set<PriorWarning> in(List<Verdict> verdicts) {
    return verdicts.stream()
        .flatMap(verdict -> of(verdict).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The warning of the cycle before that this comparison would repeat. */
  static PriorWarning to(Comparison.Compared now) {
    return new PriorWarning(now.dimension(), now.group(), now.effect().isBehind());
  }

  private static Optional<PriorWarning> of(Verdict verdict) {
    return verdict.outcome().isAnswered()
        ? verdict
            .basis()
            .map(basis -> new PriorWarning(verdict.dimension(), verdict.group(), basis.behind()))
        : Optional.empty();
  }
}
