package org.evenhand.calibration.precedent;

/** What a person can do with a precedent. */
public enum PrecedentStep {
  RETURN("returnPrecedent"),
  REDACT("redactPrecedent"),
  CHECK("checkPrecedent"),
  OBJECT("objectToPrecedent"),
  WITHDRAW("withdrawPrecedent");

  private final String operation;

  PrecedentStep(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation, as a client reads it in {@code actions} and {@code allowed}. */
  public String operation() {
    return operation;
  }
}
