package org.evenhand.review.growth.remediation;

/** Why a plan ended although nobody ended it. */
public enum RemediationEndingCause {
  /** The person works there no more. */
  ASSIGNMENT_ENDED,
  /** HR did not look in time at what was put. */
  NOT_REVIEWED,
  /** Nobody said in time how it went. */
  NOT_CONCLUDED
}
