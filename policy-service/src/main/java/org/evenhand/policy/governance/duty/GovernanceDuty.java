package org.evenhand.policy.governance.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.policy.governance.GovernanceStep;

/** What reviews of governance ask of people. */
public enum GovernanceDuty implements DutyKind {
  GOVERNANCE_REVIEW(DutyTerms.toHrLead(5), GovernanceStep.PREPARATION, GovernanceStep.MINUTES),
  MINUTES_SIGNATURE(DutyTerms.toHrLead(5), GovernanceStep.SIGNATURE),
  DECISION_ACTION(
      DutyTerms.upTheLine(10), GovernanceStep.DECISION_DONE, GovernanceStep.DECISION_DROPPED);

  private final DutyTerms terms;
  private final List<GovernanceStep> steps;

  GovernanceDuty(DutyTerms terms, GovernanceStep... steps) {
    this.terms = terms;
    this.steps = List.of(steps);
  }

  @Override
  public DutyTerms terms() {
    return terms;
  }

  @Override
  public List<String> operations() {
    return steps.stream().map(GovernanceStep::operation).toList();
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of(
        this == DECISION_ACTION
            ? "a decision is done, or dropped with a reason that everybody reads."
            : "a review of governance is held and signed, or shown as missed.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/governance-reviews/" + subject;
  }
}
