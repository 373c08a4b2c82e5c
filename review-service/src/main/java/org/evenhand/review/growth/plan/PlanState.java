package org.evenhand.review.growth.plan;

/**
 * Where a development plan stands. The last four end it. Being agreed and being active are one:
 * nothing would happen between the two.
 */
public enum PlanState {
  DRAFT,
  PROPOSED,
  /** Both have signed. */
  ACTIVE,
  /** Agreed, and the person is away. */
  PAUSED,
  COMPLETED,
  CLOSED_UNMET,
  CARRIED_OVER,
  /** Never agreed. */
  WITHDRAWN;

  /** Whether something can still come of it. */
  public boolean isOpen() {
    return this == DRAFT || this == PROPOSED || isAgreed();
  }

  /** Whether both stand by it now. */
  public boolean isAgreed() {
    return this == ACTIVE || this == PAUSED;
  }
}
