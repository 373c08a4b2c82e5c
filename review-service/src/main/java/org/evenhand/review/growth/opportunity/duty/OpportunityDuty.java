package org.evenhand.review.growth.opportunity.duty;

import static org.evenhand.kit.data.duty.DutyTerms.toHrLeadAlone;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;

/**
 * What is owed for an opportunity. None goes up a line: whoever is above those who assess may lead
 * whoever has applied.
 */
enum OpportunityDuty implements DutyKind {
  /** To name two who assess. */
  OPPORTUNITY_ASSESSOR(5, "there are two who assess.", "nameAssessor"),
  /** To assess all applications that one may know of. */
  OPPORTUNITY_ASSESSMENT(10, "each application is assessed.", "assessOpportunityApplication"),
  /** To give everybody who applied a reason for each criterion, and so to decide. */
  OPPORTUNITY_DECISION(20, "everybody who applied knows why.", "decideOpportunityApplication");

  private final int workingDays;
  private final String neededBecause;
  private final List<String> operations;

  OpportunityDuty(int workingDays, String neededBecause, String... operations) {
    this.workingDays = workingDays;
    this.neededBecause = neededBecause;
    this.operations = List.of(operations);
  }

  @Override
  public DutyTerms terms() {
    return toHrLeadAlone(workingDays);
  }

  @Override
  public List<String> operations() {
    return operations;
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of(neededBecause);
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/opportunities/" + subject;
  }
}
