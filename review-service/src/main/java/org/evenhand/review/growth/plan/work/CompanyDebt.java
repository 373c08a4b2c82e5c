package org.evenhand.review.growth.plan.work;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.terms.Means;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.evenhand.review.growth.plan.terms.PlannedAction;

/**
 * What the company did not give, or not in time, to learn with. What came of that can't be the
 * person's doing; nor can it once a plan is closed before its means are due.
 */
record CompanyDebt(DevelopmentPlan plan) {

  /** Of all actions that aren't done: one that was dropped may have been dropped for want of it. */
  List<Means> means() {
    return plan.agreedTerms().map(PlanTerms::actions).orElse(List.of()).stream()
        .filter(action -> !plan.course().isDone(action))
        .flatMap(this::means)
        .toList();
  }

  /** What came so late that the day of its action was over helped nobody any more. */
  private Stream<Means> means(PlannedAction action) {
    return action.means().stream()
        .filter(
            means ->
                plan.course()
                    .delivery(means.id())
                    .map(given -> given.on().isAfter(action.dueOn()))
                    .orElse(true));
  }
}
