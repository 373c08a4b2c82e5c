package org.evenhand.calibration.check;

/** What a check has changed in how a manager rates. None of them is better than another. */
public enum CheckOutcome {
  NOTHING,
  EVIDENCE_ADDED,
  RATING_RECONSIDERED
}
