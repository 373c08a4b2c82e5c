package org.evenhand.policy.governance;

/** How a decision stands. */
public enum DecisionState {
  OPEN,
  DONE,
  DROPPED
}
