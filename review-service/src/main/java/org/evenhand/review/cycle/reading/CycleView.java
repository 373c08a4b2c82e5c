package org.evenhand.review.cycle.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleAction;
import org.evenhand.review.cycle.CyclePlan;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.cycle.JointDecision;
import org.evenhand.review.cycle.Milestone;
import org.evenhand.review.cycle.Milestones;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.access.Signatory;
import org.evenhand.review.cycle.job.CycleJob;
import org.evenhand.review.directory.people.Names;
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
    @Nullable DecisionView opening,
    List<DecisionView> sharing,
    List<Progress> progress,
    List<Missed> exceptions,
    @Nullable CancellationView cancellation,
    List<String> actions) {

  /**
   * @param total how many were expected at the beginning
   * @param finishedAt absent while it runs
   */
  public record Progress(
      CycleJob.Kind kind, long total, long done, Instant startedAt, @Nullable Instant finishedAt) {

    static Progress of(CycleJob job) {
      return new Progress(
          job.kind(), job.total(), job.done(), job.startedAt(), job.finishedAt().orElse(null));
    }
  }

  /** How many reviews missed a milestone. */
  public record Missed(Milestone milestone, long count) {}

  static CycleView of(
      Cycle cycle, List<CycleJob> jobs, List<Missed> exceptions, Signatory signatory, Names names) {
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
        cycle.opening().map(opened -> DecisionView.of(opened, names)).orElse(null),
        cycle.sharing().rounds().stream().map(one -> DecisionView.of(one, names)).toList(),
        jobs.stream().map(Progress::of).sorted(Comparator.comparing(Progress::kind)).toList(),
        exceptions,
        cycle.cancellation().map(given -> CancellationView.of(given, names)).orElse(null),
        actions(cycle, signatory));
  }

  private static List<String> actions(Cycle cycle, Signatory signatory) {
    List<String> open = new ArrayList<>();
    for (CycleAction action : cycle.allowed()) {
      boolean theirs =
          switch (action) {
            case OPENING, SHARING, SHARING_WITHDRAWAL, CANCELLATION_WITHDRAWAL ->
                !signatory.sides().isEmpty();
            case CANCELLATION ->
                cycle.isOpenedByBoth() ? !signatory.sides().isEmpty() : signatory.leads();
            case CANCELLATION_COUNTERSIGNATURE ->
                cycle
                    .cancellation()
                    .filter(proposed -> canSign(proposed.decision(), signatory))
                    .isPresent();
            case OPENING_COUNTERSIGNATURE ->
                cycle.opening().filter(proposed -> canSign(proposed, signatory)).isPresent();
            case SHARING_COUNTERSIGNATURE ->
                cycle
                    .sharing()
                    .undecided()
                    .filter(proposed -> canSign(proposed, signatory))
                    .isPresent();
            default -> signatory.leads();
          };
      if (theirs) {
        open.add(action.operation());
      }
    }
    return open;
  }

  private static boolean canSign(JointDecision proposed, Signatory signatory) {
    Set<Side> sides = signatory.sides();
    return !proposed.proposal().employeeId().equals(signatory.employeeId())
        && sides.stream().anyMatch(side -> side != proposed.proposal().side());
  }
}
