package org.evenhand.review.training;

/** What nobody does here without training, by the names that policy-service gives it. */
public enum Requirement {
  RATING,
  /** A seat in the panel of an appeal. */
  PANEL
}
