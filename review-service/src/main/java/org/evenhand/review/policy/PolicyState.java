package org.evenhand.review.policy;

/** The state of an announced policy version. */
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
