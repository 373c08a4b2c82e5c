package org.evenhand.review.growth.remediation.terms;

/** Where a gap was said before. */
public enum SaidKind {
  CHECK_IN,
  OBSERVATION,
  FEEDBACK
}
