package org.evenhand.review.growth.goal.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.growth.goal.Closing;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalAction;
import org.evenhand.review.growth.goal.GoalFacts;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.growth.goal.GoalState;
import org.evenhand.review.growth.goal.Outcome;
import org.evenhand.review.growth.goal.Progress;
import org.evenhand.review.growth.goal.access.GoalContext;
import org.evenhand.review.growth.goal.terms.TermsBody;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalClosingRequest;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalProgressRequest;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalRemarkRequest;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalRevisitRequest;
import org.evenhand.review.growth.goal.work.GoalSteps.CameAbout;
import org.jspecify.annotations.Nullable;

/** How a goal goes on once it is agreed, and how it ends. */
@ApplicationScoped
class Courses {

  private final GoalSteps steps;
  private final GoalRepository goals;

  Courses(GoalSteps steps, GoalRepository goals) {
    this.steps = steps;
    this.goals = goals;
  }

  Uni<Answer> progress(UUID id, @Nullable String ifMatch, GoalProgressRequest request) {
    return steps.note(
        id,
        ifMatch,
        GoalAction.PROGRESS,
        context ->
            context
                .goal()
                .note(
                    new Progress(request.health(), request.note(), context.actor(), context.at())));
  }

  Uni<Answer> revisit(UUID id, @Nullable String ifMatch, GoalRevisitRequest request) {
    return steps.note(
        id,
        ifMatch,
        GoalAction.REVISIT,
        context -> {
          requireSoon(request.revisitOn(), context);
          context
              .goal()
              .revisit(
                  request.revisitOn(),
                  new Progress(null, request.note(), context.actor(), context.at()));
        });
  }

  private static void requireSoon(LocalDate next, GoalContext context) {
    if (!next.isAfter(context.goingOn())
        || next.isAfter(context.today().plusMonths(Agreements.MONTHS))) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A goal is looked at again and again.")
          .with(RANGE.at("/revisitOn", "must be within three months, from tomorrow on"));
    }
  }

  /** A target from before an absence can't be missed: it is agreed anew for the time at work. */
  Uni<Answer> close(UUID id, @Nullable String ifMatch, GoalClosingRequest request) {
    return steps.take(
        id,
        ifMatch,
        GoalAction.CLOSING,
        context -> {
          Goal goal = context.goal();
          requireOutcome(context, request);
          if (request.outcome().falls() && goal.isOfAbsence()) {
            throw Problem.of(
                ReviewProblem.GOAL_OF_ABSENCE,
                "The person was away since this was agreed, so it can't be " + request.outcome());
          }
          Optional<Goal> next = successor(context, request);
          boolean countedOn = goal.state() == GoalState.PROPOSED && goal.isCountedOn();
          goal.close(
              new Closing(
                  request.outcome(),
                  request.reason(),
                  context.actor(),
                  context.side().orElse(null),
                  context.at(),
                  null),
              context.today());
          return next.map(context.session()::persist)
              .orElseGet(() -> goals.settle(context.session(), goal.assignmentId(), countedOn))
              .replaceWith(came(context, next));
        });
  }

  private static CameAbout came(GoalContext context, Optional<Goal> next) {
    return () ->
        Stream.concat(
                Stream.of(context.facts().closed(context.isOver(context.goal().terms().dueOn()))),
                next.stream().map(goal -> new GoalFacts(goal, context.at()).noted("carried-on")))
            .toList();
  }

  private static void requireOutcome(GoalContext context, GoalClosingRequest request) {
    Outcome outcome = request.outcome();
    List<Violation> found = new ArrayList<>();
    if (context.goal().state() != GoalState.AGREED && outcome != Outcome.DROPPED) {
      found.add(NOT_ALLOWED.at("/outcome", "what isn't agreed can only be DROPPED"));
    }
    if (outcome == Outcome.DROPPED && request.reason() == null) {
      found.add(REQUIRED.at("/reason", "is needed for DROPPED"));
    }
    if (outcome == Outcome.CARRIED_OVER && request.dueOn() == null) {
      found.add(REQUIRED.at("/dueOn", "is needed for CARRIED_OVER"));
    }
    if (outcome != Outcome.CARRIED_OVER && request.dueOn() != null) {
      found.add(INCONSISTENT.at("/dueOn", "is of CARRIED_OVER alone"));
    }
    Optional.ofNullable(request.dueOn())
        .flatMap(day -> TermsBody.fault(day, context.days(), context.at()))
        .ifPresent(fault -> found.add(RANGE.at("/dueOn", fault)));
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "The goal can't end so.").with(found);
    }
  }

  /** The other side has to agree to it as to any other goal. */
  private static Optional<Goal> successor(GoalContext context, GoalClosingRequest request) {
    LocalDate until = request.dueOn();
    if (until == null) {
      return Optional.empty();
    }
    Goal goal = context.goal();
    Goal next =
        new Goal(
            Ids.next(),
            context.post(),
            context.actor(),
            new Goal.Source(goal.libraryId().orElse(null), goal.id()),
            goal.terms().until(until),
            context.today(),
            context.at());
    next.link(goal.parentId().orElse(null));
    next.propose(context.side().orElse(null), context.signature());
    return Optional.of(next);
  }

  Uni<Answer> remark(UUID id, @Nullable String ifMatch, GoalRemarkRequest request) {
    return steps.note(
        id,
        ifMatch,
        GoalAction.REMARK,
        context ->
            context
                .goal()
                .remark(new Closing.Remark(request.text(), context.actor(), context.at())));
  }
}
