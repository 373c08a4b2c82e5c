package org.evenhand.review.growth.opportunity.application;

/** Where an application stands. It is held against the rule as it comes in. */
public enum ApplicationState {
  ELIGIBLE,
  NOT_ELIGIBLE,
  /** Two have assessed it, one of them of HR. */
  ASSESSED,
  OFFERED,
  ACCEPTED,
  DECLINED,
  NOT_SELECTED,
  WITHDRAWN
}
