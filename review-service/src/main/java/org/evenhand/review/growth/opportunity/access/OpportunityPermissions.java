package org.evenhand.review.growth.opportunity.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
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
      Opportunity opportunity, Set<OpportunityRelation> relations, UUID caller, boolean applies) {
    Set<OpportunityStep> steps = EnumSet.noneOf(OpportunityStep.class);
    for (OpportunityStep step : OpportunityStep.values()) {
      if (opportunity.allows(step)
          && permits(step, opportunity, relations, caller)
          && !(step == OpportunityStep.APPLYING && applies)) {
        steps.add(step);
      }
    }
    return steps;
  }

  /**
   * Once people have applied in time, whoever may lead one of them doesn't call it off. And nobody
   * applies for what they have written for themself.
   */
  public static boolean permits(
      OpportunityStep step,
      Opportunity opportunity,
      Set<OpportunityRelation> relations,
      UUID caller) {
    return switch (step) {
      case CHANGE, POSTING -> OpportunityRelation.keeps(relations);
      case WITHDRAWAL ->
          OpportunityRelation.isHr(relations)
              || OpportunityRelation.keeps(relations)
                  && opportunity.state() != OpportunityState.CLOSED;
      case NAMING, RELEASE -> OpportunityRelation.isHr(relations);
      case APPLYING ->
          relations.contains(OpportunityRelation.ELIGIBLE)
              && !opportunity.authorId().equals(caller);
    };
  }
}
