package org.evenhand.policy.challenge;

/** The state of a challenge; {@link ChallengeLifecycle} says what leads from one to another. */
public enum ChallengeState {
  RAISED,
  ANSWERED,
  /** The first answer wasn't enough; the HR lead gives the second and last one. */
  FOLLOWED_UP,
  /** It says the same as another one, which is answered for both. */
  MERGED,
  WITHDRAWN;

  /** Whether it waits for an answer. */
  public boolean waits() {
    return this == RAISED || this == FOLLOWED_UP;
  }
}
