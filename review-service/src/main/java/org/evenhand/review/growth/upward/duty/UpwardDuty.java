package org.evenhand.review.growth.upward.duty;

import static org.evenhand.kit.data.duty.DutyTerms.confidential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.review.growth.upward.UpwardStep;

/**
 * What those owe who are asked in a round. It is no duty that is kept: whether and when somebody
 * has written is for them to know.
 */
enum UpwardDuty implements DutyKind {
  UPWARD_VIEW;

  private static final int WORKING_DAYS = 10;

  @Override
  public DutyTerms terms() {
    return confidential(WORKING_DAYS);
  }

  @Override
  public List<String> operations() {
    return List.of(UpwardStep.WRITING.operation());
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("nobody is held to it.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/upward-rounds/" + subject;
  }
}
