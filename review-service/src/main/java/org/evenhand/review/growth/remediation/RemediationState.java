package org.evenhand.review.growth.remediation;

/** Where a remediation plan stands. The last three end it. */
public enum RemediationState {
  /** The person doesn't know of it yet. */
  PROPOSED,
  /** HR has found what has to be there, and the person is told. */
  HR_REVIEWED,
  /** The person has read it, or has said nothing in time; it begins on the next working day. */
  ACKNOWLEDGED,
  ACTIVE,
  /** The person is away, or a change of it isn't reviewed and acknowledged yet. */
  PAUSED,
  /** Active, with more time. */
  EXTENDED,
  MET,
  NOT_MET,
  CANCELLED;

  public boolean isOpen() {
    return this != MET && this != NOT_MET && this != CANCELLED;
  }

  /** Whether its days count. */
  public boolean isRunning() {
    return this == ACTIVE || this == EXTENDED;
  }

  /** Whether it has begun and goes on. */
  public boolean hasBegun() {
    return isRunning() || this == PAUSED;
  }
}
