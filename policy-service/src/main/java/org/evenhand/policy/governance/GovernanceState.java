package org.evenhand.policy.governance;

/** The state of a review; {@link GovernanceLifecycle} says what leads from one to another. */
public enum GovernanceState {
  SCHEDULED,
  PREPARED,
  /** Its minutes wait for signatures. */
  HELD,
  SIGNED,
  /** Its day is over. It is still to be held, and stays late. */
  MISSED,
  ESCALATED;

  public boolean waits() {
    return this == SCHEDULED || this == PREPARED;
  }
}
