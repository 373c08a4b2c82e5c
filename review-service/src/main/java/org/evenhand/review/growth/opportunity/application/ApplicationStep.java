package org.evenhand.review.growth.opportunity.application;

import java.util.EnumSet;
import java.util.Set;
import org.evenhand.review.growth.opportunity.OpportunityState;

/** What can be done with an application, and while the opportunity stands how. */
public enum ApplicationStep {
  WITHDRAWAL(
      "withdrawOpportunityApplication",
      "withdrawn",
      OpportunityState.POSTED,
      OpportunityState.CLOSED),
  INELIGIBILITY("declareNotEligible", "not-eligible", OpportunityState.CLOSED),
  ASSESSMENT("assessOpportunityApplication", "assessed", OpportunityState.CLOSED),
  VERDICT("decideOpportunityApplication", "decided", OpportunityState.CLOSED),
  ACCEPTANCE("acceptOffer", "accepted", OpportunityState.DECIDED),
  REFUSAL("declineOffer", "declined", OpportunityState.DECIDED);

  private final String operation;
  private final String word;
  private final Set<OpportunityState> during;

  ApplicationStep(String operation, String word, OpportunityState first, OpportunityState... rest) {
    this.operation = operation;
    this.word = word;
    this.during = EnumSet.of(first, rest);
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }

  /** How the audit trail names it. */
  public String word() {
    return word;
  }

  public boolean isDuring(OpportunityState state) {
    return during.contains(state);
  }
}
