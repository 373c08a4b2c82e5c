package org.evenhand.policy.governance;

/** What a person can do to a review of governance. */
public enum GovernanceStep {
  PREPARATION("prepareGovernanceReview"),
  MINUTES("recordGovernanceMinutes"),
  SIGNATURE("signGovernanceReview"),
  DECISION_DONE("completeGovernanceDecision"),
  DECISION_DROPPED("dropGovernanceDecision");

  private final String operation;

  GovernanceStep(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
