package org.evenhand.review.growth.plan;

import java.util.Locale;

/** What can be done with a development plan. */
public enum PlanStep {
  CHANGE("changeDevelopmentPlan"),
  WISH("wishInDevelopmentPlan"),
  PROPOSAL("proposeDevelopmentPlan"),
  AGREEMENT("agreeDevelopmentPlan"),
  WITHDRAWAL("withdrawDevelopmentPlan"),
  CONFIRMATION("confirmDevelopmentPlan"),
  ACTION_ENDING("endDevelopmentAction"),
  CHECKPOINT("holdCheckpoint"),
  DELIVERY("deliverMeans"),
  COMPLETION("completeDevelopmentPlan"),
  CLOSING("closeDevelopmentPlan"),
  CARRY_OVER("carryOverDevelopmentPlan"),
  CITATION("citeDevelopmentPlan"),
  CITATION_WITHDRAWAL("withdrawDevelopmentPlanCitation");

  private final String operation;

  PlanStep(String operation) {
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
