package org.evenhand.review.growth.plan.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanStep;
import org.evenhand.review.growth.plan.terms.Deliverer;
import org.evenhand.review.growth.plan.terms.Means;
import org.evenhand.review.growth.plan.terms.PlanTerms;

/** Which step on a development plan belongs to whom. */
public final class PlanPermissions {

  private PlanPermissions() {}

  /** The steps that are both allowed by the state and the caller's to take. */
  public static Set<PlanStep> open(DevelopmentPlan plan, Set<PlanRelation> relations) {
    Set<PlanStep> steps = EnumSet.noneOf(PlanStep.class);
    for (PlanStep step : plan.allowed()) {
      if (permits(step, relations) && isLeft(step, plan, relations)) {
        steps.add(step);
      }
    }
    return steps;
  }

  public static boolean permits(PlanStep step, Set<PlanRelation> relations) {
    Optional<AgreementSide> side = PlanRelation.side(relations);
    return switch (step) {
      case WISH, CITATION, CITATION_WITHDRAWAL -> relations.contains(PlanRelation.OWN);
      // Nobody stands by it in the place of whoever has come since.
      case CONFIRMATION -> PlanRelation.leads(relations);
      case DELIVERY ->
          side.filter(AgreementSide.MANAGER::equals).isPresent() || PlanRelation.isHr(relations);
      // Whoever began it may have lost the right to plan with this person since then.
      case WITHDRAWAL -> side.isPresent() || relations.contains(PlanRelation.AUTHOR);
      default -> side.isPresent();
    };
  }

  /** Whether somebody says of a means that the company has given it. */
  public static boolean delivers(Means means, Set<PlanRelation> relations) {
    return means.deliverer() == Deliverer.HR
        ? PlanRelation.isHr(relations)
        : PlanRelation.side(relations).filter(AgreementSide.MANAGER::equals).isPresent();
  }

  /** One side signs once, and gives once. */
  private static boolean isLeft(PlanStep step, DevelopmentPlan plan, Set<PlanRelation> relations) {
    return switch (step) {
      case AGREEMENT ->
          PlanRelation.side(relations)
              .flatMap(side -> plan.proposal().filter(open -> open.signatures().has(side)))
              .isEmpty();
      case DELIVERY ->
          plan.agreedTerms().stream()
              .flatMap(PlanTerms::means)
              .anyMatch(
                  means ->
                      plan.course().delivery(means.id()).isEmpty() && delivers(means, relations));
      default -> true;
    };
  }
}
