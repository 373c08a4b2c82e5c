package org.evenhand.policy.challenge;

/** What somebody wants with a challenge. */
public enum ChallengeKind {
  QUESTION,
  CONCERN,
  PROPOSAL
}
