package org.evenhand.policy.governance;

/** What HR and managers read together. */
public enum AgendaTopic {
  /** Decisions of earlier reviews that nobody has carried out yet. */
  OPEN_DECISIONS,
  /** Decisions that were dropped since they were taken. */
  DROPPED_DECISIONS,
  /** Decisions that were dropped three times or more. */
  REPEATED_DECISIONS,
  /** Comments on versions in consultation that have no disposition. */
  OPEN_COMMENTS,
  /** Challenges that wait for an answer. */
  OPEN_CHALLENGES,
  /** Versions that wait for signatures. */
  SIGN_OFFS_WAITING,
  /** Duties that are late now, by side. */
  LATE_DUTIES,
  /** People of whom training is asked, by side and how far they have come. */
  TRAINING,
  /** Findings about fairness that are not cleared. */
  OPEN_FINDINGS,
  /** Sessions of a cycle whose raters agreed less than its policy aims at, of those measured. */
  AGREEMENT,
  /** Reviews of a cycle in which something was missing when a milestone had passed. */
  MISSED_MILESTONES,
  /** Appeals of a cycle by whether the rating changed; refused and withdrawn ones leave it. */
  APPEALS,
  /** Anchors of a version that appeals have turned on: a hint to those who write the next one. */
  QUESTIONED_ANCHORS,
  /** Closed cycles whose ratings have moved against those before, with how sure that is. */
  DRIFT,
  /** Earlier reviews whose day was missed and that nobody has held since. */
  MISSED_REVIEWS
}
