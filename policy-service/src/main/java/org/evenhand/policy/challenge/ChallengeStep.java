package org.evenhand.policy.challenge;

/** What a person can do to a challenge. */
public enum ChallengeStep {
  ANSWER("answerChallenge"),
  FOLLOW_UP("followUpChallenge"),
  MERGING("mergeChallenge"),
  NAMING("nameChallengedPeople"),
  WITHDRAWAL("withdrawChallenge"),
  SUPPORT("supportChallenge"),
  SUPPORT_WITHDRAWAL("withdrawChallengeSupport");

  private final String operation;

  ChallengeStep(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
