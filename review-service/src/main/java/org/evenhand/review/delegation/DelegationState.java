package org.evenhand.review.delegation;

/** How a delegation stands on a day. */
public enum DelegationState {
  PLANNED,
  IN_FORCE,
  OVER,
  REVOKED;

  /** Whether it holds or is to hold. */
  boolean isOpen() {
    return this == PLANNED || this == IN_FORCE;
  }
}
