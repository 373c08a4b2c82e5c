package org.evenhand.review.appeal;

import java.util.Locale;

/** What can be done with an appeal. */
public enum AppealAction {
  COMPANION("nameCompanion"),
  COMPANION_REMOVAL("removeCompanion"),
  WITHDRAWAL("withdrawAppeal"),
  SCREENING("screenAppeal"),
  REFERRAL("referAppeal"),
  RESPONSE("respondToAppeal"),
  PANEL("convenePanel"),
  EVIDENCE_CHECK("checkEvidence"),
  SEAT("replacePanelMember"),
  SCORE("scoreAppeal"),
  HEARING("recordHearing"),
  VOTE("voteOnAppeal"),
  REASSESSOR("nameReassessor"),
  REASSESSMENT("reassessAppeal");

  private final String operation;

  AppealAction(String operation) {
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
