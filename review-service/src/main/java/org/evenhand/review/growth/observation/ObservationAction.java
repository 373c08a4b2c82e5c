package org.evenhand.review.growth.observation;

/** What can be done with an observation. */
enum ObservationAction {
  TELLING("tellObservation", "told"),
  REPLY("replyToObservation", "replied"),
  CITATION("citeObservation", "cited"),
  WITHDRAWAL("withdrawObservation", "withdrawn");

  private final String operation;
  private final String word;

  ObservationAction(String operation, String word) {
    this.operation = operation;
    this.word = word;
  }

  /** The id of the API's operation. */
  String operation() {
    return operation;
  }

  /** How the audit names it. */
  String word() {
    return word;
  }
}
