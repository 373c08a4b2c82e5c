package org.evenhand.policy.signing;

import org.evenhand.policy.directory.Actor;

/** The side for which a person acts where HR and managers decide together; a policy needs both. */
public enum Side {
  HR,
  MANAGER;

  /** A person of HR acts for HR, also where they lead people, so that nobody acts for both. */
  public static Side of(Actor actor) {
    return actor.hr() ? HR : MANAGER;
  }
}
