package org.evenhand.review.growth.upward.access;

/** What a caller is to a round of upward feedback. */
public enum UpwardRelation {
  /** The manager whom it is about. */
  ABOUT,
  /** Asked, as long as it is open: after that nobody knows any more who was. */
  WRITER,
  /** Above the manager by LINE. */
  LINE,
  /** Reviews the manager in the review that the round goes with, or acts for whoever does. */
  REVIEWER,
  /** HR that serves the unit, outside of its own chain. */
  HR,
  /** Likewise, in every unit. */
  HR_LEAD,
  /** Opens and cancels rounds about the manager: whoever leads them, or HR where nobody does. */
  OPENER,
  /** Reads the answers: once it is closed, the manager not before their result. */
  READER
}
