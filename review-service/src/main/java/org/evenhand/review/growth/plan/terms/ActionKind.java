package org.evenhand.review.growth.plan.terms;

/** How somebody learns. */
public enum ActionKind {
  SKILL,
  MENTORING,
  STRETCH,
  SHADOWING
}
