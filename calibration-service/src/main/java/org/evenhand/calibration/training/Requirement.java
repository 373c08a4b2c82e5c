package org.evenhand.calibration.training;

/** What nobody does here without training, by the names that policy-service gives it. */
public enum Requirement {
  FACILITATING,
  CHECKING_SAMPLES
}
