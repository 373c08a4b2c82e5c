package org.evenhand.kit.data.waiver;

/** How a proposal to waive a duty stands. */
public enum WaiverState {
  /** Nothing has changed yet: the duty is owed as ever. */
  PROPOSED,
  /** The duty is waived. */
  AGREED,
  REFUSED,
  WITHDRAWN,
  /** The duty was done, or fell away, before anybody agreed. */
  LAPSED
}
