package org.evenhand.analytics.finding;

/** What a person can do about a finding. */
enum FindingAction {
  RESPOND("respondToFinding", "response"),
  COUNTERSIGN("countersignFindingResponse", "response/countersignature");

  private final String operation;
  private final String subResource;

  FindingAction(String operation, String subResource) {
    this.operation = operation;
    this.subResource = subResource;
  }

  /** The id of the API's operation. */
  String operation() {
    return operation;
  }

  /** Where it is posted to, as a client reads it in {@code actions} and {@code allowed}. */
  String subResource() {
    return subResource;
  }
}
