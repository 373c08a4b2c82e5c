package org.evenhand.calibration.precedent;

/** What makes a case hard to rate. */
public enum PrecedentTag {
  HIGH_POTENTIAL_LOW_RESULT,
  PART_YEAR,
  ROLE_CHANGE,
  /** Whose work it was: the person's, or the team's. */
  TEAM_OR_SELF,
  WORKLOAD,
  REMOTE,
  CONDUCT
}
