package org.evenhand.policy.training;

/** What nobody does without training, unless they are exempt. */
public enum Requirement {
  RATING,
  FACILITATING,
  CHECKING_SAMPLES,
  /** A seat in the panel of an appeal. */
  PANEL
}
