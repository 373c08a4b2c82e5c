package org.evenhand.review.growth.checkin;

import java.util.Locale;

/** What can be done with a check-in. */
public enum CheckInStep {
  CHANGE("changeCheckIn"),
  AGENDA("putCheckInAgenda"),
  SHARED_NOTE("putSharedNote"),
  PRIVATE_NOTE("putPrivateNote"),
  HOLDING("holdCheckIn"),
  SKIPPING("skipCheckIn"),
  ACTION("addCheckInAction"),
  EARLIER_NOTES("passEarlierNotesOn");

  private final String operation;

  CheckInStep(String operation) {
    this.operation = operation;
  }

  /** How the audit trail names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
