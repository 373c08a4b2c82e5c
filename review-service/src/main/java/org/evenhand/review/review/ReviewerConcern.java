package org.evenhand.review.review;

/** Why somebody may have to be another's reviewer no longer. */
public enum ReviewerConcern {
  /** The reviewer has left. */
  TERMINATED(ReassignmentCode.SUCCESSION_TERMINATED, "The reviewer has left"),
  /** No HRIS tells when a leave ends: each may outlast the milestone. */
  ON_LEAVE(ReassignmentCode.SUCCESSION_ON_LEAVE, "The reviewer is on leave"),
  /** Whoever leads their own reviewer is in conflict with them, and so is the reviewer. */
  BELOW_REVIEWEE(
      ReassignmentCode.SUCCESSION_BELOW_REVIEWEE, "The reviewee is above the reviewer now"),
  /** Was above the reviewee, and leads nobody any more. */
  LINE_CUT(ReassignmentCode.SUCCESSION_LINE_CUT, "The reviewer leads nobody any more"),
  /**
   * The reviewee reports to somebody else, who is not the reviewer. Nothing is wrong with either.
   */
  MANAGER_CHANGED(ReassignmentCode.BY_HR, "The reviewee reports to somebody else");

  private final ReassignmentCode code;
  private final String words;

  ReviewerConcern(ReassignmentCode code, String words) {
    this.code = code;
    this.words = words;
  }

  /** Under which code the review passes on because of it: by itself, or by HR alone. */
  ReassignmentCode code() {
    return code;
  }

  String words() {
    return words;
  }

  /** Whether the reviewer could go on all the same. */
  boolean leavesAChoice() {
    return this == LINE_CUT || this == MANAGER_CHANGED;
  }
}
