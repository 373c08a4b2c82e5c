package org.evenhand.calibration.check;

/** How far a check is. */
public enum CheckState {
  BEGUN,
  NOTED,
  /** Nothing was left to look at. */
  RETURNED
}
