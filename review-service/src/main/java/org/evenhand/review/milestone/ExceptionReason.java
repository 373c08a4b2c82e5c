package org.evenhand.review.milestone;

/** Why a part was missing. */
enum ExceptionReason {
  NOT_WRITTEN,
  /** Nobody is above, and nobody was named. */
  NO_REVIEWER,
  /** Submitted, and no session drew it. */
  UNCLAIMED,
  /** A session drew it and did not decide. */
  UNDECIDED,
  /** Decided, and not shared. */
  NOT_SHARED
}
