package org.evenhand.review.growth.checkin.action;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.checkin.CheckInStep;
import org.evenhand.review.growth.checkin.Pair;
import org.evenhand.review.growth.checkin.Party;
import org.evenhand.review.growth.checkin.access.CheckInContext;
import org.evenhand.review.growth.checkin.access.CheckInContexts;
import org.evenhand.review.growth.checkin.action.ActionRequests.ActionOutcome;
import org.evenhand.review.growth.checkin.action.ActionRequests.ActionRequest;
import org.evenhand.review.growth.checkin.action.ActionRequests.ClosingRequest;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The two promise one another something, and say what became of it. */
@ApplicationScoped
class ActionSteps {

  private static final int MOST_OPEN = 30;

  private record Closing(Mutiny.Session session, CheckInAction action, UUID actor, Instant at)
      implements Steps.Context {

    private Party party() {
      return action.party(actor).orElseThrow();
    }
  }

  private final Steps steps;
  private final CheckInContexts contexts;
  private final ActionRepository actions;
  private final ActionReading reading;
  private final Access access;
  private final Clock clock;

  ActionSteps(
      Steps steps,
      CheckInContexts contexts,
      ActionRepository actions,
      ActionReading reading,
      Access access,
      Clock clock) {
    this.steps = steps;
    this.contexts = contexts;
    this.actions = actions;
    this.reading = reading;
    this.access = access;
    this.clock = clock;
  }

  Uni<Answer> add(UUID checkIn, @Nullable String ifMatch, ActionRequest request) {
    return steps
        .load(
            session ->
                access.acting(session).chain(viewer -> contexts.of(session, checkIn, viewer)))
        .permit(ActionSteps::requirePermitted)
        .match(ifMatch, context -> context.checkIn().version())
        .take(
            context -> {
              context.checkIn().require(CheckInStep.ACTION);
              return add(context, request);
            })
        .tell((context, action) -> List.of(ActionFacts.noted(action, "added")))
        .answer(
            (context, action) ->
                reading
                    .of(context.session(), action)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/check-in-actions/" + action.id()),
                                action.version(),
                                view)));
  }

  private static void requirePermitted(CheckInContext context) {
    if (!context.permits(CheckInStep.ACTION)) {
      throw Problem.of(CommonProblem.FORBIDDEN, "Actions are for the two whose check-in it is.");
    }
  }

  private Uni<CheckInAction> add(CheckInContext context, ActionRequest request) {
    requireDay(request.dueOn(), context);
    Pair pair = Pair.of(context.post()).orElseThrow();
    CheckInAction action =
        new CheckInAction(Ids.next(), pair, request.owedBy(), request.title(), request.dueOn());
    return actions
        .open(context.session(), pair.assignmentId())
        .invoke(
            open -> {
              if (open >= MOST_OPEN) {
                throw Problem.of(
                    CommonProblem.RULE_VIOLATED,
                    "Two have %d open actions, no more.".formatted(MOST_OPEN));
              }
            })
        .chain(() -> context.session().persist(action))
        .replaceWith(action);
  }

  private static void requireDay(LocalDate day, CheckInContext context) {
    LocalDate first =
        context.days().zone().isPresent() ? context.today() : Days.goingOn(context.at());
    if (day.isBefore(first) || day.isAfter(context.today().plusYears(1))) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "An action has a day ahead.")
          .with(RANGE.at("/dueOn", "must be within a year, from today on"));
    }
  }

  Uni<Answer> close(UUID id, @Nullable String ifMatch, ClosingRequest request) {
    return steps
        .load(
            session ->
                access
                    .acting(session)
                    .chain(
                        viewer ->
                            actions
                                .get(session, id, viewer.employeeId())
                                .map(
                                    action ->
                                        new Closing(session, action, viewer.employeeId(), now()))))
        .permit(closing -> requireTheirs(closing, request))
        .match(ifMatch, closing -> closing.action().version())
        .takeNow(closing -> close(closing, request))
        .tell((closing, action) -> List.of(ActionFacts.noted(action, "closed")))
        .answer(
            (closing, action) ->
                reading
                    .of(closing.session(), action)
                    .map(view -> Answer.ok(action.version(), view)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Nobody lets themself off; where nobody else is left, nobody is owed it. */
  private static void requireTheirs(Closing closing, ClosingRequest request) {
    if (request.outcome() == ActionOutcome.DROPPED
        && closing.party() == closing.action().owedBy()
        && closing.action().managerId().isPresent()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "Whoever is owed it can drop it, not whoever owes it.");
    }
  }

  private static CheckInAction close(Closing closing, ClosingRequest request) {
    CheckInAction action = closing.action();
    action.requireOpen();
    String reason = request.reason();
    if (request.outcome() == ActionOutcome.DONE) {
      if (reason != null) {
        throw Problem.of(CommonProblem.RULE_VIOLATED, "What is done needs no reason.")
            .with(INCONSISTENT.at("/reason", "is of DROPPED alone"));
      }
      action.done(closing.actor(), closing.at());
    } else {
      if (reason == null) {
        throw Problem.of(CommonProblem.RULE_VIOLATED, "What is dropped has a reason.")
            .with(REQUIRED.at("/reason", "is needed for DROPPED"));
      }
      action.drop(reason, closing.actor(), closing.at());
    }
    return action;
  }
}
