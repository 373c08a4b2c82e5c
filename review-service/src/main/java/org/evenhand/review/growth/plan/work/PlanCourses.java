package org.evenhand.review.growth.plan.work;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.catalogue.GivenSeats;
import org.evenhand.review.growth.plan.Delivery;
import org.evenhand.review.growth.plan.DevelopmentOutcome;
import org.evenhand.review.growth.plan.EndedAction;
import org.evenhand.review.growth.plan.HeldCheckpoint;
import org.evenhand.review.growth.plan.PlanStep;
import org.evenhand.review.growth.plan.access.PlanContext;
import org.evenhand.review.growth.plan.access.PlanPermissions;
import org.evenhand.review.growth.plan.terms.Checkpoint;
import org.evenhand.review.growth.plan.terms.Means;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.evenhand.review.growth.plan.terms.PlannedAction;
import org.evenhand.review.growth.plan.work.PlanRequests.ActionEndingRequest;
import org.evenhand.review.growth.plan.work.PlanRequests.CheckpointHoldingRequest;
import org.evenhand.review.growth.plan.work.PlanSteps.CameAbout;
import org.jspecify.annotations.Nullable;

/** How the parts of an agreed plan go on: its actions, checkpoints and means. */
@ApplicationScoped
class PlanCourses {

  private final PlanSteps steps;
  private final GivenSeats seats;

  PlanCourses(PlanSteps steps, GivenSeats seats) {
    this.steps = steps;
    this.seats = seats;
  }

  Uni<Answer> end(UUID id, UUID action, @Nullable String ifMatch, ActionEndingRequest request) {
    return steps.note(
        id,
        ifMatch,
        PlanStep.ACTION_ENDING,
        context -> {
          PlannedAction found = one(context, actions -> actions, PlannedAction::id, action);
          if (!context.plan().course().isOpen(found)) {
            throw conflict("This action has ended.");
          }
          if (request.outcome() == DevelopmentOutcome.DROPPED && request.reason() == null) {
            throw Problem.of(CommonProblem.RULE_VIOLATED, "An action is dropped for a reason.")
                .with(REQUIRED.at("/reason", "is needed for DROPPED"));
          }
          if (request.outcome() == DevelopmentOutcome.DROPPED) {
            requireNothingOwed(context, found);
          }
          context
              .plan()
              .end(
                  new EndedAction(
                      action, request.outcome(), request.reason(), context.actor(), context.at()));
        });
  }

  /** One side alone doesn't take back what the company owes; the person may do without it. */
  private static void requireNothingOwed(PlanContext context, PlannedAction action) {
    if (context.side() == AgreementSide.MANAGER
        && action.means().stream()
            .anyMatch(means -> context.plan().course().delivery(means.id()).isEmpty())) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "The company still owes something for this action: give it, or agree on other"
                  + " terms. Only the person can do without it.")
          .allowing(List.of(PlanStep.DELIVERY.operation(), PlanStep.CHANGE.operation()));
    }
  }

  Uni<Answer> hold(
      UUID id, UUID checkpoint, @Nullable String ifMatch, CheckpointHoldingRequest request) {
    return steps.note(
        id,
        ifMatch,
        PlanStep.CHECKPOINT,
        context -> {
          one(
              context,
              actions -> actions.flatMap(action -> action.checkpoints().stream()),
              Checkpoint::id,
              checkpoint);
          if (context.plan().course().holding(checkpoint).isPresent()) {
            throw conflict("This checkpoint is recorded.");
          }
          context
              .plan()
              .hold(new HeldCheckpoint(checkpoint, request.note(), context.actor(), context.at()));
        });
  }

  Uni<Answer> deliver(UUID id, UUID means, @Nullable String ifMatch) {
    return steps.take(
        id,
        ifMatch,
        PlanStep.DELIVERY,
        context -> {
          Means owed =
              one(
                  context,
                  actions -> actions.flatMap(action -> action.means().stream()),
                  Means::id,
                  means);
          if (!PlanPermissions.delivers(owed, context.relations())) {
            throw Problem.of(
                CommonProblem.FORBIDDEN, "It is for " + owed.deliverer() + " to give this.");
          }
          if (context.plan().course().delivery(means).isPresent()) {
            throw conflict("This has been given.");
          }
          return seat(context, owed).map(seated -> given(context, owed, seated));
        });
  }

  /** Nobody says that a seat was given which isn't there. */
  private Uni<List<Fact>> seat(PlanContext context, Means owed) {
    UUID entry = owed.catalogueEntryId();
    return entry == null
        ? Uni.createFrom().item(List.of())
        : seats.give(
            context.session(),
            entry,
            context.plan().employeeId(),
            List.of(PlanStep.CHANGE.operation()));
  }

  private static CameAbout given(PlanContext context, Means owed, List<Fact> seated) {
    context
        .plan()
        .deliver(
            new Delivery(
                owed.id(),
                context.today(),
                context.isOver(owed.dueOn()) && !context.plan().isAwayOn(owed.dueOn()),
                context.actor(),
                context.at()));
    return () ->
        Stream.concat(PlanSteps.noted(context, PlanStep.DELIVERY).facts().stream(), seated.stream())
            .toList();
  }

  /** A part of the terms that are agreed. */
  private static <T> T one(
      PlanContext context,
      Function<Stream<PlannedAction>, Stream<T>> parts,
      Function<T, UUID> idOf,
      UUID id) {
    return parts
        .apply(
            context.plan().agreedTerms().map(PlanTerms::actions).stream()
                .flatMap(actions -> actions.stream()))
        .filter(each -> idOf.apply(each).equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                    CommonProblem.NOT_FOUND, "There is no such part of the plan that is agreed."));
  }

  private static Problem conflict(String detail) {
    return Problem.of(CommonProblem.STATE_CONFLICT, detail);
  }
}
