package org.evenhand.review.growth.mentoring;

/** What somebody is to a mentoring. */
public enum MentoringPart {
  MENTOR,
  MENTEE,
  /** Reads that it exists and how it stands. */
  HR
}
