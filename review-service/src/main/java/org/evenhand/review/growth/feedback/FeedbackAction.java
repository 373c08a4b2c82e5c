package org.evenhand.review.growth.feedback;

/** What can be done with feedback. */
public enum FeedbackAction {
  ADDITION("addToFeedback", "added-to"),
  OPENING("openFeedback", "opened"),
  CITATION("citeFeedback", "cited"),
  RETRACTION("retractFeedback", "retracted"),
  HIDING("hideFeedback", "hidden");

  private final String operation;
  private final String word;

  FeedbackAction(String operation, String word) {
    this.operation = operation;
    this.word = word;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }

  /** How the audit names it. */
  public String word() {
    return word;
  }
}
