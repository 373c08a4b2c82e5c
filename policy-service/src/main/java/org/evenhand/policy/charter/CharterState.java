package org.evenhand.policy.charter;

/** The state of a charter; {@link CharterLifecycle} says what leads from one to another. */
public enum CharterState {
  DRAFT,
  SIGN_OFF,
  /** Both sides have agreed; its day hasn't come. */
  SIGNED,
  IN_FORCE,
  SUPERSEDED;

  /** Whether it may still be changed. There is one such charter at a time. */
  public boolean underWay() {
    return this == DRAFT || this == SIGN_OFF;
  }
}
