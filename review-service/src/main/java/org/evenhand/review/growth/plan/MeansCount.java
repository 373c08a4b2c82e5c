package org.evenhand.review.growth.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.review.growth.plan.terms.Means;
import org.evenhand.review.growth.plan.terms.MeansKind;

/**
 * How often the company owes means of a kind in a plan, and how often it has given them. Of a plan
 * that has ended it owed what had to be there by then; where it failed the plan, all of it.
 *
 * @param late how many of those given came after their day
 */
record MeansCount(MeansKind kind, int owed, int given, int late) {

  /** Kinds that the plan doesn't ask for are absent. */
  static List<MeansCount> of(DevelopmentPlan plan) {
    PlanCourse course = plan.course();
    List<Means> all =
        plan.agreedTerms().orElseThrow().means().filter(each -> isOwed(plan, each)).toList();
    List<MeansCount> counts = new ArrayList<>();
    for (MeansKind kind : MeansKind.values()) {
      List<Means> owed = all.stream().filter(each -> each.kind() == kind).toList();
      if (!owed.isEmpty()) {
        List<Delivery> given =
            owed.stream()
                .map(each -> course.delivery(each.id()))
                .flatMap(Optional::stream)
                .toList();
        int late = (int) given.stream().filter(Delivery::late).count();
        counts.add(new MeansCount(kind, owed.size(), given.size(), late));
      }
    }
    return counts;
  }

  private static boolean isOwed(DevelopmentPlan plan, Means means) {
    return plan.closedOn().filter(means.dueOn()::isBefore).isPresent()
        || plan.closedOn().isEmpty()
        || plan.closing().map(PlanClosing::cause).filter(UnmetCause.PROVIDER::equals).isPresent()
        || plan.course().delivery(means.id()).isPresent();
  }
}
