package org.evenhand.review.growth.plan;

/** By whom or what a plan came to nothing. */
public enum UnmetCause {
  EMPLOYEE,
  /** The company, or whoever was to teach. */
  PROVIDER,
  CIRCUMSTANCE
}
