package org.evenhand.review.growth.opportunity.access;

import java.util.EnumSet;
import java.util.Set;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityState;
import org.evenhand.review.growth.opportunity.OpportunityStep;

/** Which step on an opportunity belongs to whom. */
public final class OpportunityPermissions {

  private OpportunityPermissions() {}

  /**
   * The steps that are both allowed by the state and the caller's to take.
   *
   * @param applies whether the caller has applied already
   */
  public static Set<OpportunityStep> open(
      Opportunity opportunity, Set<OpportunityRelation> relations, boolean applies) {
    Set<OpportunityStep> steps = EnumSet.noneOf(OpportunityStep.class);
    for (OpportunityStep step : OpportunityStep.values()) {
      if (opportunity.allows(step)
          && permits(step, opportunity.state(), relations)
          && !(step == OpportunityStep.APPLYING && applies)) {
        steps.add(step);
      }
    }
    return steps;
  }

  /** Once people have applied in time, whoever may lead one of them doesn't call it off. */
  public static boolean permits(
      OpportunityStep step, OpportunityState state, Set<OpportunityRelation> relations) {
    return switch (step) {
      case CHANGE, POSTING -> OpportunityRelation.keeps(relations);
      case WITHDRAWAL ->
          OpportunityRelation.isHr(relations)
              || OpportunityRelation.keeps(relations) && state != OpportunityState.CLOSED;
      case NAMING, RELEASE -> OpportunityRelation.isHr(relations);
      case APPLYING -> relations.contains(OpportunityRelation.ELIGIBLE);
    };
  }
}
