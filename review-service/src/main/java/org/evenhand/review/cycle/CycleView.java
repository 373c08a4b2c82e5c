package org.evenhand.review.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cycle as its people see it.
 *
 * @param sharing one decision per round
 * @param progress of what goes through all people of the cycle
 * @param cancellation why it was given up, or is proposed to be
 * @param exceptions how many parts were missing when a milestone passed
 * @param actions the ids of the operations that are open to the caller now
 */
public record CycleView(
    UUID id,
    String key,
    String name,
    CycleState state,
    UUID policyId,
    int policyVersion,
    List<String> orgUnits,
    LocalDate periodStart,
    LocalDate periodEnd,
    LocalDate cutOffDate,
    Milestones milestones,
    @Nullable JointDecision opening,
    List<JointDecision> sharing,
    List<Progress> progress,
    List<Missed> exceptions,
    @Nullable Cancellation cancellation,
    List<String> actions) {

  /**
   * @param total how many were expected at the beginning
   * @param finishedAt absent while it runs
   */
  public record Progress(
      CycleWork.Kind kind, long total, long done, Instant startedAt, @Nullable Instant finishedAt) {

    static Progress of(CycleWork work) {
      return new Progress(
          work.kind(), work.total(), work.done(), work.startedAt(), work.finishedAt().orElse(null));
    }
  }

  /** How many reviews missed a milestone. */
  public record Missed(Milestone milestone, long count) {}

  static CycleView of(
      Cycle cycle, List<CycleWork> works, List<Missed> exceptions, Standing standing) {
    CyclePlan plan = cycle.plan();
    return new CycleView(
        cycle.id(),
        cycle.key(),
        plan.name(),
        cycle.state(),
        plan.policyId(),
        plan.policyVersion(),
        plan.orgUnits(),
        plan.periodStart(),
        plan.periodEnd(),
        plan.cutOffDate(),
        plan.milestones(),
        cycle.opening().orElse(null),
        cycle.sharing().rounds(),
        works.stream().map(Progress::of).sorted(Comparator.comparing(Progress::kind)).toList(),
        exceptions,
        cycle.cancellation().orElse(null),
        actions(cycle, standing));
  }

  private static List<String> actions(Cycle cycle, Standing standing) {
    List<String> open = new ArrayList<>();
    for (CycleAction action : cycle.allowed()) {
      boolean theirs =
          switch (action) {
            case OPENING, SHARING, SHARING_WITHDRAWAL, CANCELLATION_WITHDRAWAL ->
                !standing.sides().isEmpty();
            case CANCELLATION ->
                cycle.isOpenedByBoth() ? !standing.sides().isEmpty() : standing.leads();
            case CANCELLATION_COUNTERSIGNATURE ->
                cycle
                    .cancellation()
                    .filter(proposed -> canSign(proposed.decision(), standing))
                    .isPresent();
            case OPENING_COUNTERSIGNATURE ->
                cycle.opening().filter(proposed -> canSign(proposed, standing)).isPresent();
            case SHARING_COUNTERSIGNATURE ->
                cycle
                    .sharing()
                    .undecided()
                    .filter(proposed -> canSign(proposed, standing))
                    .isPresent();
            default -> standing.leads();
          };
      if (theirs) {
        open.add(action.operation());
      }
    }
    return open;
  }

  private static boolean canSign(JointDecision proposed, Standing standing) {
    Set<Side> sides = standing.sides();
    return !proposed.proposal().employeeId().equals(standing.employeeId())
        && sides.stream().anyMatch(side -> side != proposed.proposal().side());
  }
}
