package org.evenhand.policy.guidance.duty;

import static org.evenhand.kit.data.duty.DutyTerms.toHrLeadAlone;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.policy.guidance.GuidanceStep;

/** What guidance requests ask of HR. It is in no event, so in no figure, and in no calendar. */
public enum GuidanceDuty implements DutyKind {
  GUIDANCE_ANSWER;

  private static final int WORKING_DAYS = 5;

  @Override
  public DutyTerms terms() {
    return toHrLeadAlone(WORKING_DAYS);
  }

  @Override
  public boolean isSecret() {
    return true;
  }

  @Override
  public List<String> operations() {
    return Stream.of(GuidanceStep.CLAIM, GuidanceStep.ANSWER, GuidanceStep.RETURN)
        .map(GuidanceStep::operation)
        .toList();
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("somebody waits for an answer in confidence.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/guidance-requests/" + subject;
  }
}
