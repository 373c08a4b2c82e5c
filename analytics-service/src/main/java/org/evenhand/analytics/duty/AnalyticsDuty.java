package org.evenhand.analytics.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.finding.FindingAction;
import org.evenhand.analytics.objection.ObjectionLifecycle;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;

/** What people owe in this service. */
enum AnalyticsDuty implements DutyKind {
  FINDING_RESPONSE(FindingAction.RESPOND.operation(), 10, "/v1/findings/"),
  FINDING_COUNTERSIGNATURE(FindingAction.COUNTERSIGN.operation(), 5, "/v1/findings/"),
  RATER_OBJECTION_ANSWER(ObjectionLifecycle.ANSWER, 10, "/v1/rater-objections/");

  private final String operation;
  private final DutyTerms terms;
  private final String path;

  AnalyticsDuty(String operation, int workingDays, String path) {
    this.operation = operation;
    this.terms = DutyTerms.toHrLead(workingDays);
    this.path = path;
  }

  @Override
  public DutyTerms terms() {
    return terms;
  }

  @Override
  public List<String> operations() {
    return List.of(operation);
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("what was found or objected to is answered.");
  }

  @Override
  public String path(UUID subject, String part) {
    return path + subject;
  }
}
