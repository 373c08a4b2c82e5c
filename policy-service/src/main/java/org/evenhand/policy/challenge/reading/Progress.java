package org.evenhand.policy.challenge.reading;

/** What came of an accepted challenge. */
public enum Progress {
  UNDER_WAY,
  /** The version has taken effect, or the decision is carried out. */
  DONE,
  /** The version was withdrawn, or the decision dropped. */
  DROPPED
}
