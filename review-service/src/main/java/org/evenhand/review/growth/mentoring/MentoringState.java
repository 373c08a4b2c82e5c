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

  public boolean isOver() {
    return this == DECLINED || this == WITHDRAWN || this == ENDED;
  }
}
