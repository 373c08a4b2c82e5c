package org.evenhand.review.review.access;

/** What a caller is to a review. */
public enum Relation {
  /** The reviewee. */
  OWN,
  /** The reviewer, or who acts for them by a delegation. */
  REVIEWER,
  /** Asked for a view as a peer. */
  CONTRIBUTOR,
  /** Above the reviewee by LINE. */
  LINE,
  /** HR that serves the unit, outside of its own chain, and has not rated it. */
  HR,
  /** Likewise, in every unit. */
  HR_LEAD
}
