package org.evenhand.policy.guidance;

/** What a person can do to a request. */
public enum GuidanceStep {
  CLAIM("claimGuidanceRequest"),
  RETURN("returnGuidanceRequest"),
  ANSWER("answerGuidanceRequest"),
  CLOSING("closeGuidanceRequest"),
  ERASURE("eraseGuidanceRequest");

  private final String operation;

  GuidanceStep(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
