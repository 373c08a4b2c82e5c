package org.evenhand.policy.challenge;

/** What an answer comes to. */
public enum ChallengeOutcome {
  /** It becomes a draft, or is decided in a review of governance. */
  ACCEPTED,
  /** It stays as it is, for the reason given. */
  EXPLAINED,
  /** It belongs elsewhere, as the links say. */
  REFERRED
}
