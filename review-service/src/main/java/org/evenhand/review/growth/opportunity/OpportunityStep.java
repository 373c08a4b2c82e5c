package org.evenhand.review.growth.opportunity;

/** What can be done with an opportunity. */
public enum OpportunityStep {
  CHANGE("changeOpportunity", "changed"),
  POSTING("postOpportunity", "posted"),
  NAMING("nameAssessor", "assessor-named"),
  RELEASE("releaseAssessor", "assessor-released"),
  APPLYING("applyForOpportunity", "applied"),
  WITHDRAWAL("withdrawOpportunity", "withdrawn");

  private final String operation;
  private final String word;

  OpportunityStep(String operation, String word) {
    this.operation = operation;
    this.word = word;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }

  /** How the audit trail names it. */
  public String word() {
    return word;
  }
}
