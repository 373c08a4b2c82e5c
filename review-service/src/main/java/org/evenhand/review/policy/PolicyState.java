package org.evenhand.review.policy;

/** Where an announced policy version stands. */
public enum PolicyState {
  ANNOUNCED,
  EFFECTIVE,
  SUPERSEDED,
  RETIRED,
  WITHDRAWN;

  /** Whether a cycle may be planned on it. */
  public boolean canBePinned() {
    return this == ANNOUNCED || this == EFFECTIVE;
  }
}
