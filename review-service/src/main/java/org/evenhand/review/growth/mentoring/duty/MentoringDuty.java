package org.evenhand.review.growth.mentoring.duty;

import static org.evenhand.kit.data.duty.DutyTerms.confidential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;

/** What whoever is asked owes: an answer. Nobody else may know that they were asked. */
enum MentoringDuty implements DutyKind {
  MENTORING_ANSWER;

  @Override
  public DutyTerms terms() {
    return confidential(10);
  }

  @Override
  public List<String> operations() {
    return List.of("agreeMentoring", "declineMentoring");
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("whoever is asked can decline.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/mentorings/" + subject;
  }
}
