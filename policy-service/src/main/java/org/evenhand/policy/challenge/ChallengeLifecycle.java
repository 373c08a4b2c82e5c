package org.evenhand.policy.challenge;

import static org.evenhand.policy.challenge.ChallengeState.ANSWERED;
import static org.evenhand.policy.challenge.ChallengeState.FOLLOWED_UP;
import static org.evenhand.policy.challenge.ChallengeState.MERGED;
import static org.evenhand.policy.challenge.ChallengeState.RAISED;
import static org.evenhand.policy.challenge.ChallengeState.WITHDRAWN;
import static org.evenhand.policy.challenge.ChallengeStep.ANSWER;
import static org.evenhand.policy.challenge.ChallengeStep.FOLLOW_UP;
import static org.evenhand.policy.challenge.ChallengeStep.MERGING;
import static org.evenhand.policy.challenge.ChallengeStep.NAMING;
import static org.evenhand.policy.challenge.ChallengeStep.SUPPORT;
import static org.evenhand.policy.challenge.ChallengeStep.SUPPORT_WITHDRAWAL;
import static org.evenhand.policy.challenge.ChallengeStep.WITHDRAWAL;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The lifecycle of a challenge. What has an answer is part of the record, and stays. */
public final class ChallengeLifecycle implements LifecycleSource {

  public static final Lifecycle<ChallengeState> OF_CHALLENGES =
      Lifecycle.startingAt(RAISED)
          .may(RAISED, ANSWER.operation(), ANSWERED)
          .may(RAISED, MERGING.operation(), MERGED)
          .may(RAISED, NAMING.operation())
          .may(RAISED, WITHDRAWAL.operation(), WITHDRAWN)
          .may(RAISED, SUPPORT.operation())
          .may(RAISED, SUPPORT_WITHDRAWAL.operation())
          .may(ANSWERED, FOLLOW_UP.operation(), FOLLOWED_UP)
          .may(ANSWERED, SUPPORT.operation())
          .may(ANSWERED, SUPPORT_WITHDRAWAL.operation())
          .may(FOLLOWED_UP, ANSWER.operation(), ANSWERED)
          .may(FOLLOWED_UP, NAMING.operation())
          .may(FOLLOWED_UP, WITHDRAWAL.operation(), WITHDRAWN)
          .may(FOLLOWED_UP, SUPPORT.operation())
          .may(FOLLOWED_UP, SUPPORT_WITHDRAWAL.operation())
          .build();

  @Override
  public String schema() {
    return "Challenge";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_CHALLENGES;
  }
}
