package org.evenhand.review.growth.plan.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanClosing;
import org.evenhand.review.growth.plan.PlanFacts;
import org.evenhand.review.growth.plan.PlanState;
import org.evenhand.review.growth.plan.PlanStep;
import org.evenhand.review.growth.plan.UnmetCause;
import org.evenhand.review.growth.plan.access.PlanContext;
import org.evenhand.review.growth.plan.terms.Means;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.evenhand.review.growth.plan.terms.PlannedAction;
import org.evenhand.review.growth.plan.terms.TermsReading;
import org.evenhand.review.growth.plan.work.PlanRequests.CarryOverRequest;
import org.evenhand.review.growth.plan.work.PlanRequests.PlanClosingRequest;
import org.evenhand.review.growth.plan.work.PlanSteps.CameAbout;
import org.jspecify.annotations.Nullable;

/** How an agreed plan ends. */
@ApplicationScoped
class PlanEndings {

  private final PlanSteps steps;
  private final DueWork dueWork;

  PlanEndings(PlanSteps steps, DueWork dueWork) {
    this.steps = steps;
    this.dueWork = dueWork;
  }

  Uni<Answer> complete(UUID id, @Nullable String ifMatch) {
    return steps.takeNow(
        id,
        ifMatch,
        PlanStep.COMPLETION,
        context -> {
          end(context, PlanState.COMPLETED, null, null);
          return () -> List.of(context.facts().completed());
        });
  }

  /** What the company did not give can't be the person's doing. */
  Uni<Answer> close(UUID id, @Nullable String ifMatch, PlanClosingRequest request) {
    return steps.takeNow(
        id,
        ifMatch,
        PlanStep.CLOSING,
        context -> {
          if (request.cause() == UnmetCause.EMPLOYEE) {
            requireGiven(new CompanyDebt(context.plan()).means());
            requireTimePassed(context);
          }
          end(context, PlanState.CLOSED_UNMET, request.cause(), request.reason());
          return () -> List.of(context.facts().closed());
        });
  }

  private static void requireGiven(List<Means> debt) {
    if (!debt.isEmpty()) {
      throw Problem.of(
              ReviewProblem.MEANS_NOT_GIVEN,
              "The company has not given, or too late for its action: "
                  + debt.stream()
                      .map(means -> "%s by %s".formatted(means.kind(), means.dueOn()))
                      .collect(Collectors.joining(", ")))
          .with(
              debt.stream()
                  .map(
                      means ->
                          INCONSISTENT.at(
                              "/cause",
                              "can't be EMPLOYEE: %s %s was owed by %s"
                                  .formatted(means.kind(), means.id(), means.dueOn())))
                  .toList());
    }
  }

  /** The person may say so at any time. */
  private static void requireTimePassed(PlanContext context) {
    DevelopmentPlan plan = context.plan();
    if (context.side() == AgreementSide.MANAGER
        && plan.agreedTerms().orElseThrow().actions().stream()
            .filter(action -> !plan.course().isDone(action))
            .noneMatch(action -> context.isOver(action.dueOn()))) {
      throw Problem.of(
              CommonProblem.RULE_VIOLATED,
              "The person has time until the day of an action is over.")
          .with(
              NOT_ALLOWED.at(
                  "/cause",
                  "can't be EMPLOYEE before the day of an action that isn't done is over, unless"
                      + " the person says so"));
    }
  }

  /** What isn't ended goes on as a draft that is owed. */
  Uni<Answer> carryOver(UUID id, @Nullable String ifMatch, CarryOverRequest request) {
    return steps.take(
        id,
        ifMatch,
        PlanStep.CARRY_OVER,
        context -> {
          PlanTerms left = left(context, request.until());
          DevelopmentPlan next =
              context.plan().next(Ids.next(), context.post(), left, context.today(), context.at());
          end(context, PlanState.CARRIED_OVER, null, null);
          CameAbout came =
              () ->
                  List.of(
                      context.facts().carriedOver(),
                      new PlanFacts(next, context.at()).noted("begun"));
          return context
              .session()
              .persist(next)
              // Somebody may be away by now.
              .chain(
                  () ->
                      dueWork.schedule(context.session(), PlanWatch.KIND, next.id(), context.at()))
              .replaceWith(came);
        });
  }

  private static PlanTerms left(PlanContext context, LocalDate until) {
    DevelopmentPlan plan = context.plan();
    PlanTerms agreed = plan.agreedTerms().orElseThrow();
    if (context.isOver(until)) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A plan goes on until a day to come.")
          .with(RANGE.at("/until", "is over"));
    }
    if (until.isAfter(context.today().plusYears(TermsReading.LONGEST_YEARS))) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A plan goes on for five years at most.")
          .with(RANGE.at("/until", "is more than five years ahead"));
    }
    List<PlannedAction> open = agreed.actions().stream().filter(plan.course()::isOpen).toList();
    if (open.isEmpty()) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "All actions are ended: there is nothing to carry over.")
          .allowing(List.of(PlanStep.COMPLETION.operation(), PlanStep.CLOSING.operation()));
    }
    return new PlanTerms(
        agreed.aim(), until, open.stream().map(action -> left(context, action, until)).toList());
  }

  /** What of an action is still to come, on days to come. */
  private static PlannedAction left(PlanContext context, PlannedAction action, LocalDate until) {
    LocalDate last = ahead(context, action.dueOn(), until);
    return action
        .left(
            day -> context.isOver(day) || day.isAfter(last),
            means -> context.plan().course().delivery(means.id()).isPresent())
        .moved(day -> ahead(context, day, last));
  }

  private static LocalDate ahead(PlanContext context, LocalDate day, LocalDate last) {
    return context.isOver(day) || day.isAfter(last) ? last : day;
  }

  private static void end(
      PlanContext context, PlanState as, @Nullable UnmetCause cause, @Nullable String reason) {
    context
        .plan()
        .end(as, new PlanClosing(cause, reason, context.actor(), context.at()), context.today());
  }
}
