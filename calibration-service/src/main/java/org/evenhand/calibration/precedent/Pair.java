package org.evenhand.calibration.precedent;

import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.kit.web.security.Roles;

/**
 * The two who bring a precedent about: one of HR and one who leads people.
 *
 * @param side the author's; the checker is of the other
 */
public record Pair(UUID author, Side side, UUID checker) {

  /** HR, or those who lead people. */
  public enum Side {
    HR,
    MANAGER;

    /** A manager of HR speaks for HR: the other side is to hear those whom HR doesn't lead. */
    public static Side of(Actor actor) {
      return actor.roles().contains(Roles.HR) || actor.lead() ? HR : MANAGER;
    }

    public Side other() {
      return this == HR ? MANAGER : HR;
    }
  }
}
