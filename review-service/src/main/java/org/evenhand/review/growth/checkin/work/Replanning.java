package org.evenhand.review.growth.checkin.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.review.growth.checkin.CheckInStep;
import org.evenhand.review.growth.checkin.Plan;
import org.evenhand.review.growth.checkin.access.CheckInContext;
import org.evenhand.review.growth.checkin.work.CheckInRequests.PlanRequest;
import org.jspecify.annotations.Nullable;

/** Moves a check-in that is planned, and changes its rhythm. */
@ApplicationScoped
class Replanning {

  private final CheckInSteps steps;
  private final Beginnings beginnings;
  private final Cadence cadence;

  Replanning(CheckInSteps steps, Beginnings beginnings, Cadence cadence) {
    this.steps = steps;
    this.beginnings = beginnings;
    this.cadence = cadence;
  }

  Uni<Answer> change(UUID id, @Nullable String ifMatch, PlanRequest request) {
    return steps.take(
        id,
        ifMatch,
        CheckInStep.CHANGE,
        context -> change(context, request).replaceWith(List.of()));
  }

  /** The day may stay as it is while the rhythm changes, and the other way round. */
  private Uni<Void> change(CheckInContext context, PlanRequest request) {
    if (!request.plannedFor().equals(context.checkIn().plan().day())) {
      PlannedDay.require(request.plannedFor(), context.days(), context.at());
    }
    return rhythm(context, request.everyWeeks())
        .map(weeks -> Plan.on(request.plannedFor(), weeks.orElse(null), context.days()))
        .invoke(context.checkIn()::replan)
        .chain(() -> beginnings.await(context.session(), context.checkIn(), context.days()));
  }

  private Uni<Optional<Integer>> rhythm(CheckInContext context, @Nullable Integer everyWeeks) {
    return everyWeeks != null && everyWeeks.equals(context.checkIn().plan().everyWeeks())
        ? Uni.createFrom().item(Optional.of(everyWeeks))
        : cadence.rhythm(context.session(), context.checkIn().pair().assignmentId(), everyWeeks);
  }
}
