package org.evenhand.review.growth.upward;

/** What can be done with a round of upward feedback. */
public enum UpwardStep {
  WRITING("putUpwardAnswers"),
  WITHDRAWAL("withdrawUpwardAnswers"),
  CANCELLATION("cancelUpwardRound");

  private final String operation;

  UpwardStep(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
