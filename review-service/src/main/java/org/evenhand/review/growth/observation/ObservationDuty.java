package org.evenhand.review.growth.observation;

import static org.evenhand.kit.data.duty.DutyTerms.toHrLeadAlone;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;

/**
 * What the author of an observation owes. What is late goes to the HR lead alone, who learns of no
 * word of it: those above the author are not to learn whom they keep notes about.
 */
enum ObservationDuty implements DutyKind {
  OBSERVATION_TELLING;

  private static final int WORKING_DAYS = 10;

  @Override
  public DutyTerms terms() {
    return toHrLeadAlone(WORKING_DAYS);
  }

  @Override
  public List<String> operations() {
    return List.of(ObservationAction.TELLING.operation(), ObservationAction.WITHDRAWAL.operation());
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("whoever is written about learns of it; what isn't told can be taken back.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/observations/" + subject;
  }
}
