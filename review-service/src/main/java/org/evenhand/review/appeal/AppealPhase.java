package org.evenhand.review.appeal;

/** The states of an appeal: each says what has been done, and the next one to act owes the rest. */
public enum AppealPhase {
  /** HR outside the chain screens it; after a referral the HR lead does. */
  FILED,
  /** Admitted: the reviewer may answer. */
  SCREENED,
  /** Refused with a reason; once, for some days, it can be referred to the HR lead. */
  NOT_ADMITTED,
  /** The reviewer has answered, or their time is over: HR convenes a panel. */
  MANAGER_RESPONSE,
  /**
   * HR checks the redacted evidence; then three score it, then see the rest, then hear, then
   * decide.
   */
  PANEL,
  /** Another reviewer looks at it anew; then the panel decides. */
  REMANDED,
  RATING_CONFIRMED,
  RATING_CHANGED,
  WITHDRAWN
}
