package org.evenhand.review.growth.opportunity;

/** Where an opportunity stands. */
public enum OpportunityState {
  DRAFT,
  /** Whoever is eligible can apply. */
  POSTED,
  /** Applications are assessed. */
  CLOSED,
  /** Everybody has been told, and somebody was offered it. */
  DECIDED,
  FILLED,
  UNFILLED,
  WITHDRAWN;

  /** Whether applications to it can still change. */
  public boolean isOpen() {
    return this == POSTED || this == CLOSED || this == DECIDED;
  }
}
