package org.evenhand.calibration.session;

/** What a session is for. */
public enum SessionKind {
  /** Decides about ratings, in a cycle that is CALIBRATING. */
  CALIBRATION,
  /**
   * Practises on texts of a closed cycle. It claims nothing, decides nothing, and no other service
   * hears of it; it is over once its scores are revealed.
   */
  EXERCISE
}
