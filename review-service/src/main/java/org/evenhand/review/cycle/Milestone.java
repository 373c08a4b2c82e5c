package org.evenhand.review.cycle;

/** The dates that a cycle goes by, in their order; each is the last day for its part. */
public enum Milestone {
  GOAL_SETTING,
  SELF_REVIEW,
  MANAGER_REVIEW,
  CALIBRATION,
  SHARE,
  APPEAL_WINDOW,
  DEVELOPMENT_CHECKPOINT
}
