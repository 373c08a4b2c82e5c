package org.evenhand.review.growth.goal.work;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.CriteriaInForce;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalAction;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.growth.goal.GoalSet;
import org.evenhand.review.growth.goal.GoalState;
import org.evenhand.review.growth.goal.access.GoalContext;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalChangeRequest;
import org.evenhand.review.growth.goal.work.GoalSteps.CameAbout;
import org.jspecify.annotations.Nullable;

/** How two people come to terms, and to other ones. */
@ApplicationScoped
class Agreements {

  /** The longest time in which nobody looks at a goal. */
  static final int MONTHS = 3;

  private final GoalSteps steps;
  private final GoalRepository goals;
  private final CriteriaInForce criteria;
  private final GoalSetting settings;

  Agreements(
      GoalSteps steps, GoalRepository goals, CriteriaInForce criteria, GoalSetting settings) {
    this.steps = steps;
    this.goals = goals;
    this.criteria = criteria;
    this.settings = settings;
  }

  Uni<Answer> change(UUID id, @Nullable String ifMatch, GoalChangeRequest request) {
    return steps.take(
        id,
        ifMatch,
        GoalAction.CHANGE,
        context -> {
          Goal goal = context.goal();
          GoalTerms terms = request.terms().terms("/terms", context.days(), context.at());
          requireReason(goal, request);
          return criteria
              .require(
                  context.session(),
                  List.of(context.post().assignmentId()),
                  terms.criterion(),
                  "/terms/criterion")
              .invoke(
                  () -> {
                    goal.reportTo(context.post().managerId());
                    goal.change(
                        terms, context.side().orElse(null), request.reason(), context.signature());
                  })
              .replaceWith(GoalSteps.noted(context, GoalAction.CHANGE));
        });
  }

  private static void requireReason(Goal goal, GoalChangeRequest request) {
    if (goal.state() == GoalState.AGREED && request.reason() == null) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "What was agreed changes for a reason.")
          .with(REQUIRED.at("/reason", "is needed to change what is agreed"));
    }
  }

  Uni<Answer> agree(UUID id, @Nullable String ifMatch) {
    return steps.take(
        id,
        ifMatch,
        GoalAction.AGREEMENT,
        context -> {
          requireUnsigned(context);
          return goals
              .set(context.session(), context.goal().assignmentId())
              .invoke(GoalSet::requireWeights)
              .chain(set -> settings.isLate(context).map(late -> agree(context, set, late)));
        });
  }

  private static CameAbout agree(GoalContext context, GoalSet set, boolean late) {
    Goal goal = context.goal();
    goal.reportTo(context.post().managerId());
    boolean both =
        goal.agree(
            context.ownSide(),
            context.signature(),
            late,
            firstRevisit(goal.termsToCome().dueOn(), context.today()));
    if (both) {
      set.countOnWhatWaits();
    }
    return both
        ? () -> List.of(context.facts().agreed())
        : GoalSteps.noted(context, GoalAction.AGREEMENT);
  }

  private static LocalDate firstRevisit(LocalDate dueOn, LocalDate today) {
    LocalDate latest = today.plusMonths(MONTHS);
    return dueOn.isAfter(today) && dueOn.isBefore(latest) ? dueOn : latest;
  }

  private static void requireUnsigned(GoalContext context) {
    AgreementSide side = context.ownSide();
    if (context.goal().proposal().filter(open -> open.signatures().has(side)).isPresent()) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "This side has signed; the signature of the other one is missing.")
          .allowing(
              context.goal().allowed().stream()
                  .filter(action -> action != GoalAction.AGREEMENT)
                  .map(GoalAction::operation)
                  .toList());
    }
  }

  /** What was agreed stays as it was, unless others were weighed with what was to come. */
  Uni<Answer> refuse(UUID id, @Nullable String ifMatch) {
    return steps.take(
        id,
        ifMatch,
        GoalAction.REFUSAL,
        context -> {
          boolean countedOn = context.goal().isCountedOn();
          context.goal().refuseChange();
          return goals
              .settle(context.session(), context.goal().assignmentId(), countedOn)
              .replaceWith(GoalSteps.noted(context, GoalAction.REFUSAL));
        });
  }

  Uni<Answer> confirm(UUID id, @Nullable String ifMatch) {
    return steps.note(
        id,
        ifMatch,
        GoalAction.CONFIRMATION,
        context -> {
          context.goal().reportTo(context.post().managerId());
          context.goal().confirm();
        });
  }
}
