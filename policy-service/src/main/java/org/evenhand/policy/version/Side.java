package org.evenhand.policy.version;

/** For whom a person signs: a policy needs both. */
public enum Side {
  HR,
  MANAGER
}
