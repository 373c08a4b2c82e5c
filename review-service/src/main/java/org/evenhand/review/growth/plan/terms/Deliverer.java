package org.evenhand.review.growth.plan.terms;

/** Who delivers for the company. */
public enum Deliverer {
  /** Whoever leads the person. */
  MANAGER,
  /** HR of the person's unit. */
  HR
}
