package org.evenhand.analytics.finding.judgement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.analytics.finding.Clearing;
import org.evenhand.analytics.finding.ComparisonOutcome;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.Judgement;
import org.evenhand.kit.web.id.Ids;

/**
 * A judgement with the findings that it makes and changes.
 *
 * @param found those that it makes
 * @param cleared those that end by it, without notes: of these nobody was told
 * @param restored those of earlier cycles that it takes the clearing from
 */
record Ruling(
    Judgement judgement, List<Finding> found, List<Finding> cleared, List<Finding> restored) {

  static Ruling of(Judgement judgement, FindingChanges changes) {
    Ruling ruling =
        new Ruling(
            judgement,
            changes.found().stream().flatMap(each -> finding(judgement, each)).toList(),
            changes.cleared().keySet().stream().filter(Finding::wasRaised).toList(),
            changes.restored());
    judgement.raised(ruling.raised().size());
    changes
        .cleared()
        .forEach(
            (finding, reason) ->
                finding.clear(new Clearing(judgement.id(), reason, judgement.judgedAt())));
    ruling.restored.forEach(Finding::restore);
    return ruling;
  }

  private static Stream<Finding> finding(Judgement judgement, ComparisonOutcome judged) {
    return judged.verdict().stream()
        .map(verdict -> new Finding(Ids.next(), judgement, judged, verdict));
  }

  /** Of those that it makes; the others are notes. */
  List<Finding> raised() {
    return found.stream().filter(Finding::wasRaised).toList();
  }

  /** The findings that are answered anew, no longer, or again. */
  Set<UUID> changed() {
    return Stream.of(raised(), cleared, restored)
        .flatMap(List::stream)
        .map(Finding::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The judged cycle, and those whose findings it restores. */
  Set<UUID> cycles() {
    Set<UUID> cycles = new HashSet<>(Set.of(judgement.cycleId()));
    restored.forEach(finding -> cycles.add(finding.cycleId()));
    return cycles;
  }
}
