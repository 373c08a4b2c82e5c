package org.evenhand.review.cycle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a cycle up before anything is shared. HR alone does so as long as HR alone has planned it;
 * once both sides have agreed to open it, one proposes and the other countersigns.
 */
@ApplicationScoped
class CycleCancellations {

  private final CycleSteps steps;
  private final Works works;

  CycleCancellations(CycleSteps steps, Works works) {
    this.steps = steps;
    this.works = works;
  }

  Uni<Answer> cancel(UUID id, @Nullable String ifMatch, Reason reason) {
    return steps.byWhoeverOpened(
        id,
        ifMatch,
        "cancellation-proposed",
        turn ->
            ended(
                turn,
                turn.cycle()
                    .cancel(reason.reason(), turn.signature(turn.standing().proposesFor()))));
  }

  Uni<Answer> countersign(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "cancellation-countersigned",
        turn -> {
          Cycle cycle = turn.cycle();
          cycle.require(CycleAction.CANCELLATION_COUNTERSIGNATURE);
          Side proposer = cycle.cancellation().orElseThrow().decision().proposal().side();
          Signature second = turn.signature(turn.standing().countersigns(proposer));
          return ended(turn, Optional.of(cycle.countersignCancellation(second)));
        });
  }

  /** Either side may: who proposed it, or who does not agree. */
  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "cancellation-withdrawn",
        turn -> {
          turn.cycle().withdrawCancellation();
          return Uni.createFrom().item(Optional.empty());
        });
  }

  private Uni<Optional<CycleHappening>> ended(CycleTurn turn, Optional<CycleHappening> happening) {
    return happening.isEmpty()
        ? Uni.createFrom().item(happening)
        : works
            .begin(turn.session(), turn.cycle().id(), CycleWork.Kind.CANCELLATION)
            .replaceWith(happening);
  }
}
