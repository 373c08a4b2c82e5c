package org.evenhand.analytics.finding;

/** What a person can do about a finding. */
public enum FindingAction {
  RESPOND("respondToFinding"),
  COUNTERSIGN("countersignFindingResponse");

  private final String operation;

  FindingAction(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
