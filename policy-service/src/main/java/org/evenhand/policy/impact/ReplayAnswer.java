package org.evenhand.policy.impact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a replay says of all its cycles.
 *
 * @param cycles none until all are counted
 * @param fairness of those that were counted, in the order in which it was told
 */
public record ReplayAnswer(List<ReplayedCycle> cycles, List<CycleFairness> fairness) {

  public static final ReplayAnswer NOTHING = new ReplayAnswer(List.of(), List.of());

  /** Those of earlier releases say nothing by protected attribute. */
  public ReplayAnswer(List<ReplayedCycle> cycles, @Nullable List<CycleFairness> fairness) {
    this.cycles = List.copyOf(cycles);
    this.fairness = fairness == null ? List.of() : List.copyOf(fairness);
  }

  public ReplayAnswer counted(List<ReplayedCycle> all) {
    return new ReplayAnswer(all, fairness);
  }

  /** What comes again changes nothing. */
  public ReplayAnswer with(CycleFairness told) {
    return fairness(told.cycleId()).isPresent()
        ? this
        : new ReplayAnswer(cycles, Stream.concat(fairness.stream(), Stream.of(told)).toList());
  }

  /** What hasn't come by now is not waited for. */
  public ReplayAnswer withoutTheRest() {
    ReplayAnswer all = this;
    for (UUID missing : missing()) {
      all = all.with(CycleFairness.missing(missing));
    }
    return all;
  }

  public boolean hasCounts() {
    return !cycles.isEmpty();
  }

  /** Whether it says all that it is going to say. */
  public boolean saysAll() {
    return hasCounts() && missing().isEmpty();
  }

  private List<UUID> missing() {
    return cycles.stream()
        .filter(cycle -> cycle.refusal() == null)
        .map(ReplayedCycle::cycleId)
        .filter(cycle -> fairness(cycle).isEmpty())
        .toList();
  }

  /** The cycles of which it shows what changes, by group as well where that is told at all. */
  public List<ReplayedCycle> shown() {
    return cycles.stream()
        .filter(ReplayedCycle::isCounted)
        .filter(cycle -> fairness(cycle.cycleId()).filter(CycleFairness::isWithheld).isEmpty())
        .toList();
  }

  public Optional<CycleFairness> fairness(UUID cycle) {
    return fairness.stream().filter(each -> each.cycleId().equals(cycle)).findFirst();
  }
}
