package org.evenhand.policy.challenge;

/** What is done under policies, and can be done otherwise. */
public enum PracticeKind {
  MILESTONE,
  SESSION,
  FINDING,
  HR_DUTY,
  OPPORTUNITY,
  /** Never taken: everybody would read of it. A rating of one's own is appealed against. */
  OWN_RATING
}
