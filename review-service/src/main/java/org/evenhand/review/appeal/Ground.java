package org.evenhand.review.appeal;

/** What somebody holds against a result. */
public enum Ground {
  /** A step of the policy was left out or done otherwise. */
  PROCEDURE,
  /** What was seen was not considered, or isn't as it was told. */
  EVIDENCE,
  /** The same was rated otherwise before; the case is cited. */
  CONSISTENCY,
  /** Somebody took part who was too close. */
  CONFLICT,
  /** The law has ways of its own for it, which stay open. */
  DISCRIMINATION
}
