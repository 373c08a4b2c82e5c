package org.evenhand.review.growth.remediation;

import java.util.Locale;

/** What can be done with a remediation plan. */
public enum RemediationStep {
  CHANGE("changeRemediationPlan"),
  REVIEW("reviewRemediationPlan"),
  ACKNOWLEDGEMENT("acknowledgeRemediationPlan"),
  COMPANION("nameRemediationCompanion"),
  CONSENT("answerRemediationCompanion"),
  CHECKPOINT("holdRemediationCheckpoint"),
  DELIVERY("deliverRemediationMeans"),
  CONFIRMATION("confirmRemediationPlan"),
  EXTENSION("extendRemediationPlan"),
  MET("meetRemediationPlan"),
  NOT_MET("signRemediationNotMet"),
  CANCELLATION("cancelRemediationPlan");

  private final String operation;

  RemediationStep(String operation) {
    this.operation = operation;
  }

  /** How the audit trail names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
