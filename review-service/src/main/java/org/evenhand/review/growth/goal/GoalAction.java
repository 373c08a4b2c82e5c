package org.evenhand.review.growth.goal;

import java.util.Locale;

/** What can be done with a goal. */
public enum GoalAction {
  CHANGE("changeGoal"),
  LINK("linkGoal"),
  PROPOSAL("proposeGoal"),
  AGREEMENT("agreeGoal"),
  REFUSAL("refuseGoalChange"),
  PROGRESS("recordGoalProgress"),
  REVISIT("revisitGoal"),
  CONFIRMATION("confirmGoal"),
  CLOSING("closeGoal"),
  REMARK("remarkOnGoal"),
  CITATION("citeGoal"),
  CITATION_WITHDRAWAL("withdrawGoalCitation");

  private final String operation;

  GoalAction(String operation) {
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
