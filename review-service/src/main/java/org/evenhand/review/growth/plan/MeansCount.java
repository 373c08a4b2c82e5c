package org.evenhand.review.growth.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.review.growth.plan.terms.Means;
import org.evenhand.review.growth.plan.terms.MeansKind;
import org.evenhand.review.growth.plan.terms.PlanTerms;

/**
 * How often the company owes means of a kind in a plan, and how often it has given them.
 *
 * @param late how many of those given came after their day
 */
record MeansCount(MeansKind kind, int owed, int given, int late) {

  /** Kinds that the plan doesn't ask for are absent. */
  static List<MeansCount> of(PlanTerms terms, PlanCourse course) {
    List<MeansCount> counts = new ArrayList<>();
    for (MeansKind kind : MeansKind.values()) {
      List<Means> owed = terms.means().filter(each -> each.kind() == kind).toList();
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
}
