package org.evenhand.review.cycle.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleAction;
import org.evenhand.review.cycle.CycleEventType;
import org.evenhand.review.cycle.Reason;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.cycle.access.CycleContext;
import org.evenhand.review.cycle.job.CycleJob;
import org.evenhand.review.cycle.job.CycleJobs;
import org.jspecify.annotations.Nullable;

/**
 * Gives a cycle up before anything is shared. HR alone does so as long as HR alone has planned it;
 * once both sides have agreed to open it, one proposes and the other countersigns.
 */
@ApplicationScoped
class CycleCancellations {

  private final CycleSteps steps;
  private final CycleJobs jobs;

  CycleCancellations(CycleSteps steps, CycleJobs jobs) {
    this.steps = steps;
    this.jobs = jobs;
  }

  Uni<Answer> cancel(UUID id, @Nullable String ifMatch, Reason reason) {
    return steps.byWhoeverOpened(
        id,
        ifMatch,
        "cancellation-proposed",
        context ->
            ended(
                context,
                context
                    .cycle()
                    .cancel(
                        reason.reason(), context.signature(context.signatory().proposesFor()))));
  }

  Uni<Answer> countersign(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "cancellation-countersigned",
        context -> {
          Cycle cycle = context.cycle();
          cycle.require(CycleAction.CANCELLATION_COUNTERSIGNATURE);
          Side proposer = cycle.cancellation().orElseThrow().decision().proposal().side();
          Signature second = context.signature(context.signatory().countersigns(proposer));
          return ended(context, Optional.of(cycle.countersignCancellation(second)));
        });
  }

  /** Either side may: who proposed it, or who does not agree. */
  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "cancellation-withdrawn",
        context -> {
          context.cycle().withdrawCancellation();
          return Uni.createFrom().item(Optional.empty());
        });
  }

  private Uni<Optional<CycleEventType>> ended(
      CycleContext context, Optional<CycleEventType> happening) {
    return happening.isEmpty()
        ? Uni.createFrom().item(happening)
        : jobs.begin(context.session(), context.cycle().id(), CycleJob.Kind.CANCELLATION)
            .replaceWith(happening);
  }
}
