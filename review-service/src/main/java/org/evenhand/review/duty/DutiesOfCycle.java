package org.evenhand.review.duty;

import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.cycle.Cancellation;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleAction;
import org.evenhand.review.cycle.JointDecision;
import org.evenhand.review.cycle.Side;

/** The signatures that a cycle waits for: what one side has proposed, the other decides on. */
record DutiesOfCycle(Cycle cycle) {

  Stream<Owed> owed() {
    return Stream.of(
            signature(
                ReviewDuty.OPENING_COUNTERSIGNATURE,
                CycleAction.OPENING_COUNTERSIGNATURE,
                "",
                cycle.opening()),
            sharing(),
            signature(
                ReviewDuty.CANCELLATION_COUNTERSIGNATURE,
                CycleAction.CANCELLATION_COUNTERSIGNATURE,
                "",
                cycle
                    .cancellation()
                    .filter(asked -> asked.side() != null)
                    .map(Cancellation::decision)))
        .flatMap(each -> each);
  }

  /** Each round is decided on by itself. */
  private Stream<Owed> sharing() {
    int rounds = cycle.sharing().rounds().size();
    return rounds == 0
        ? Stream.empty()
        : signature(
            ReviewDuty.SHARING_COUNTERSIGNATURE,
            CycleAction.SHARING_COUNTERSIGNATURE,
            Integer.toString(rounds),
            Optional.of(cycle.sharing().rounds().get(rounds - 1)));
  }

  private Stream<Owed> signature(
      ReviewDuty kind, CycleAction step, String part, Optional<JointDecision> decision) {
    return decision
        .filter(made -> made.isComplete() || cycle.allowed().contains(step))
        .map(made -> owed(kind, part, made.proposal().side() == Side.HR, made.isComplete()))
        .stream();
  }

  private Owed owed(ReviewDuty kind, String part, boolean proposedByHr, boolean signed) {
    return new Owed(
        kind,
        proposedByHr ? org.evenhand.kit.data.duty.Side.MANAGER : org.evenhand.kit.data.duty.Side.HR,
        cycle.id(),
        part,
        Holder.role(proposedByHr ? Roles.MANAGER : Roles.HR, null),
        null,
        null,
        null,
        signed);
  }
}
