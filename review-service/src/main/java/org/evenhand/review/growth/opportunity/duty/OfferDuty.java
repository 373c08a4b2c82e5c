package org.evenhand.review.growth.opportunity.duty;

import static org.evenhand.kit.data.duty.DutyTerms.toHrLeadAlone;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;

/** What is owed for an application. */
enum OfferDuty implements DutyKind {
  /** To accept what one was offered, or to decline. */
  OFFER_ANSWER;

  @Override
  public DutyTerms terms() {
    return toHrLeadAlone(10);
  }

  @Override
  public List<String> operations() {
    return List.of("acceptOffer", "declineOffer");
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("whoever was offered it has answered.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/opportunity-applications/" + subject;
  }
}
