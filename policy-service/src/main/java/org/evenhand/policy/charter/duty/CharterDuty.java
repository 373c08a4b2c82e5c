package org.evenhand.policy.charter.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.policy.charter.CharterStep;

/** What a charter asks of people. */
enum CharterDuty implements DutyKind {
  CHARTER_SIGNATURE;

  private static final int WORKING_DAYS = 5;

  @Override
  public DutyTerms terms() {
    return DutyTerms.toHrLead(WORKING_DAYS);
  }

  @Override
  public List<String> operations() {
    return List.of(CharterStep.SIGNATURE.operation());
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("the charter waits for its signatures; a signer can be replaced.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/charters/" + subject;
  }
}
