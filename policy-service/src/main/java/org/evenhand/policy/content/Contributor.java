package org.evenhand.policy.content;

/** Who answers a question of the form. */
public enum Contributor {
  SELF,
  MANAGER,
  PEER,
  UPWARD
}
