package org.evenhand.analytics.finding;

/** What a person can do about a finding. */
enum FindingAction {
  RESPOND("respondToFinding"),
  COUNTERSIGN("countersignFindingResponse");

  private final String operation;

  FindingAction(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation. */
  String operation() {
    return operation;
  }
}
