package org.evenhand.policy.version;

/** What a person asked to sign has answered. */
public enum Decision {
  SIGN,
  REJECT
}
