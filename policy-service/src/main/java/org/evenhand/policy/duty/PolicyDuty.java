package org.evenhand.policy.duty;

import static org.evenhand.kit.data.duty.DutyTerms.toHrLead;
import static org.evenhand.kit.data.duty.DutyTerms.upTheLine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.policy.version.Transition;

/** What people owe in this service. */
enum PolicyDuty implements DutyKind {
  DISPOSITION(Transition.DISPOSITION, toHrLead(5)),
  SIGN_OFF_OPENING(Transition.SIGN_OFF_OPENING, toHrLead(10)),
  SIGN_OFF(Transition.SIGN_OFFS, upTheLine(10)),
  ANNOUNCEMENT(Transition.ANNOUNCEMENT, toHrLead(10)),
  ENDING_COUNTERSIGNATURE(Transition.ENDING_COUNTERSIGNATURE, toHrLead(5)),
  NOTICE(Transition.ACKNOWLEDGEMENTS, toHrLead(10));

  private final List<String> operations;
  private final DutyTerms terms;

  PolicyDuty(Transition transition, DutyTerms terms) {
    this.operations = List.of(transition.operation());
    this.terms = terms;
  }

  @Override
  public DutyTerms terms() {
    return terms;
  }

  @Override
  public List<String> operations() {
    return operations;
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of(
        "the version goes on only with it; a signer can be replaced, and what waits can be"
            + " withdrawn.");
  }

  /**
   * The part begins with the number of the version; that of a comment is where its version is:
   * {@code POLICY/versions/NUMBER}.
   */
  @Override
  public String path(UUID subject, String part) {
    return this == DISPOSITION
        ? "/v1/policies/" + part + "/comments/" + subject
        : "/v1/policies/" + subject + "/versions/" + part.split("/", 2)[0];
  }
}
