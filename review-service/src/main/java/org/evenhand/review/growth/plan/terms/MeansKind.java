package org.evenhand.review.growth.plan.terms;

/** What a company gives so that somebody can learn. */
public enum MeansKind {
  TIME,
  BUDGET,
  SEAT,
  MENTOR;

  /** Whether it is nothing without a number. */
  boolean isCounted() {
    return this == TIME || this == BUDGET;
  }
}
