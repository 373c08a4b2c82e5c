package org.evenhand.policy.replay;

/** How a replay stands. */
public enum ReplayState {
  REQUESTED,
  RUNNING,
  DONE,
  /** None of its cycles could be replayed, or it wasn't compared by group; the answer says why. */
  FAILED,
  /** The rules of the draft were edited since. Where they are the same again, it counts. */
  STALE;

  boolean isOpen() {
    return this == REQUESTED || this == RUNNING;
  }
}
