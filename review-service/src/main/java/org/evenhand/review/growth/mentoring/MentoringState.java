package org.evenhand.review.growth.mentoring;

/** Where a mentoring stands. */
public enum MentoringState {
  ASKED,
  AGREED,
  ACTIVE,
  /** One of the two is away. */
  PAUSED,
  DECLINED,
  /** The question was taken back. */
  WITHDRAWN,
  ENDED;

  /** Whether it takes one of the mentor's places. */
  public boolean takesPlace() {
    return this == AGREED || this == ACTIVE || this == PAUSED;
  }
}
