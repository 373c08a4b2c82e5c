package org.evenhand.policy.training;

/** What a person can do to a completion. */
public enum CompletionStep {
  RECORD("recordTrainingCompletion"),
  TAKING_BACK("takeBackTrainingCompletion"),
  EXEMPTION("proposeTrainingExemption"),
  EXEMPTION_COUNTERSIGNATURE("countersignTrainingExemption");

  private final String operation;

  CompletionStep(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
