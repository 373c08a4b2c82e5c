package org.evenhand.review.cycle;

/** What can be done with a cycle. */
public enum CycleAction {
  SCHEDULE("scheduleCycle"),
  OPENING("proposeOpening"),
  OPENING_COUNTERSIGNATURE("countersignOpening"),
  JOINERS("addJoiner"),
  CALIBRATION("startCalibration"),
  SHARING("proposeSharing"),
  SHARING_COUNTERSIGNATURE("countersignSharing"),
  SHARING_WITHDRAWAL("withdrawSharing"),
  APPEALS("openAppeals"),
  CLOSURE("closeCycle"),
  CANCELLATION("cancelCycle"),
  CANCELLATION_COUNTERSIGNATURE("countersignCancellation"),
  CANCELLATION_WITHDRAWAL("withdrawCancellation");

  private final String operation;

  CycleAction(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
