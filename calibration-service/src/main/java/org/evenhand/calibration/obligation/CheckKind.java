package org.evenhand.calibration.obligation;

/** What a manager holds their own rating against. */
public enum CheckKind {
  /** A sample that they have scored blind, in a session or an exercise, of this quarter. */
  BLIND_SCORE,
  /** A review that they have written, beside a published precedent. */
  PRECEDENT,
  /** A review of somebody else's people in a family that they rate, redacted. */
  PEER;

  /** Whether it looks at a review of their own. */
  public boolean isOwn() {
    return this == PRECEDENT;
  }
}
