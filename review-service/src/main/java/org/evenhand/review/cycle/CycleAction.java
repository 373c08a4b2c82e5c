package org.evenhand.review.cycle;

import java.util.Locale;

/** What can be done with a cycle; each is a sub-resource of the same name. */
public enum CycleAction {
  SCHEDULE,
  OPENING,
  OPENING_COUNTERSIGNATURE,
  JOINERS,
  CALIBRATION,
  SHARING,
  SHARING_COUNTERSIGNATURE,
  SHARING_WITHDRAWAL,
  APPEALS,
  CLOSURE,
  CANCELLATION,
  CANCELLATION_COUNTERSIGNATURE,
  CANCELLATION_WITHDRAWAL;

  /** The path below the cycle, for example {@code opening/countersignature}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '/');
  }
}
