package org.evenhand.policy.charter;

/** What a person can do to a charter. */
public enum CharterStep {
  EDIT("editCharter"),
  SIGN_OFF_OPENING("openCharterSignOff"),
  SIGNATURE("signCharter"),
  SIGNER_REPLACEMENT("replaceCharterSigner"),
  SIGN_OFF_WITHDRAWAL("withdrawCharterSignOff");

  private final String operation;

  CharterStep(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
