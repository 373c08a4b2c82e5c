package org.evenhand.review.growth.plan;

import static org.evenhand.review.growth.plan.PlanLifecycle.OF_PLANS;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.evenhand.review.growth.plan.terms.PlannedAction;

/** What a plan allows as it stands, whoever asks: by its state, and by what is in it. */
record AllowedSteps(DevelopmentPlan plan) {

  Set<PlanStep> all() {
    Set<PlanStep> steps = EnumSet.noneOf(PlanStep.class);
    List<String> operations = OF_PLANS.operations(plan.state());
    for (PlanStep step : PlanStep.values()) {
      if (operations.contains(step.operation()) && isReadyFor(step)) {
        steps.add(step);
      }
    }
    return steps;
  }

  private boolean isReadyFor(PlanStep step) {
    return switch (step) {
      case PROPOSAL, AGREEMENT -> plan.proposal().isPresent();
      // What is owed isn't taken off the table before somebody has proposed it.
      case WITHDRAWAL ->
          plan.state() == PlanState.DRAFT ? !plan.isOwed() : plan.proposal().isPresent();
      case CONFIRMATION -> plan.managerChanged();
      case COMPLETION -> isCompletable();
      default -> true;
    };
  }

  private boolean isCompletable() {
    List<PlannedAction> actions = plan.terms().map(PlanTerms::actions).orElse(List.of());
    return actions.stream().noneMatch(plan.course()::isOpen)
        && actions.stream().anyMatch(plan.course()::isDone);
  }

  /**
   * @throws Problem 409 that names what is allowed instead
   */
  void require(PlanStep step) {
    Set<PlanStep> allowed = all();
    if (!allowed.contains(step)) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              step == PlanStep.COMPLETION && plan.state() == PlanState.ACTIVE
                  ? "A plan is completed once all of its actions are ended, and one of them done."
                  : "A plan that is %s does not allow %s now."
                      .formatted(plan.state(), step.operation()))
          .allowing(allowed.stream().map(PlanStep::operation).toList());
    }
  }
}
