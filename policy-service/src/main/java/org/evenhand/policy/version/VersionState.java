package org.evenhand.policy.version;

/** The state of a version; {@link VersionLifecycle} says what leads from one to another. */
public enum VersionState {
  DRAFT,
  CONSULTATION,
  SIGN_OFF,
  APPROVED,
  ANNOUNCED,
  EFFECTIVE,
  SUPERSEDED,
  RETIRED,
  WITHDRAWN;

  /** Whether it may still take effect. A policy has one such version at a time. */
  public boolean underWay() {
    return ordinal() < EFFECTIVE.ordinal();
  }

  /** Whether both sides have agreed on the content, which doesn't change any more. */
  public boolean agreed() {
    return ordinal() >= APPROVED.ordinal() && this != WITHDRAWN;
  }
}
