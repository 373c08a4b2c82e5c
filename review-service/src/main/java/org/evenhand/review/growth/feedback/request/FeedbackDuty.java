package org.evenhand.review.growth.feedback.request;

import static org.evenhand.kit.data.duty.DutyTerms.confidential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;

/**
 * What whoever is asked for feedback owes: an answer, be it that they say nothing. It lapses on its
 * day, and nobody but the people of the request may know that they were asked.
 */
enum FeedbackDuty implements DutyKind {
  FEEDBACK_REQUEST;

  private static final int WORKING_DAYS = 10;

  @Override
  public DutyTerms terms() {
    return confidential(WORKING_DAYS);
  }

  @Override
  public List<String> operations() {
    return List.of(FeedbackRequestLifecycle.GIVE, FeedbackRequestLifecycle.DECLINE);
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("whoever is asked can decline, and what isn't answered lapses.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/feedback-requests/" + subject;
  }
}
