package org.evenhand.review.cycle;

/** The states of a cycle, in their order; CANCELLED ends it before sharing. */
public enum CycleState {
  DRAFT,
  SCHEDULED,
  OPEN,
  CALIBRATING,
  SHARING,
  APPEALS,
  CLOSED,
  CANCELLED;

  /** Whether ordinary work on reviews goes on. */
  public boolean isAtWork() {
    return this == OPEN || this == CALIBRATING;
  }
}
