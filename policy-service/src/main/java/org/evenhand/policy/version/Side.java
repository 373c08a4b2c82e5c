package org.evenhand.policy.version;

import org.evenhand.policy.directory.Actor;

/** For whom a person acts where HR and managers decide together: a policy needs both. */
public enum Side {
  HR,
  MANAGER;

  /** Whoever is of HR acts for HR, also where they lead people, so that no one stands for both. */
  public static Side of(Actor actor) {
    return actor.hr() ? HR : MANAGER;
  }
}
