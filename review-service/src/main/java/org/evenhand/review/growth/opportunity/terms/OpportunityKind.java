package org.evenhand.review.growth.opportunity.terms;

/** What is offered. */
public enum OpportunityKind {
  STRETCH,
  PROJECT,
  MOVE,
  /** To come after somebody. Whoever is considered has applied, and so knows it. */
  SUCCESSION
}
