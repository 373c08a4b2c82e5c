package org.evenhand.policy.challenge.duty;

import static org.evenhand.kit.data.duty.DutyTerms.toHrLead;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.policy.challenge.ChallengeStep;

/** What challenges ask of people. */
public enum ChallengeDuty implements DutyKind {
  CHALLENGE_ANSWER;

  private static final int WORKING_DAYS = 20;

  @Override
  public DutyTerms terms() {
    return toHrLead(WORKING_DAYS);
  }

  @Override
  public List<String> operations() {
    return List.of(ChallengeStep.ANSWER.operation(), ChallengeStep.MERGING.operation());
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("every challenge is answered in writing, also that of a leaver.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/challenges/" + subject;
  }
}
