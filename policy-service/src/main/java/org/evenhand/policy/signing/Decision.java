package org.evenhand.policy.signing;

/** What a person asked to sign has answered. */
public enum Decision {
  SIGN,
  REJECT
}
