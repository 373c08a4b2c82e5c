package org.evenhand.review.growth.peer;

/** Why somebody says nothing about a colleague. */
public enum PeerRefusal {
  NO_TIME,
  /** They have hardly worked together. */
  TOO_LITTLE_SEEN,
  /** They are too close to one another, or in a conflict. */
  TOO_CLOSE,
  OTHER
}
