package org.evenhand.policy.version;

/** Where a version stands; {@link VersionLifecycle} says what leads from one to the other. */
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

  /** Whether it still is on its way to take effect. A policy has one such version at a time. */
  public boolean underWay() {
    return ordinal() < EFFECTIVE.ordinal();
  }
}
