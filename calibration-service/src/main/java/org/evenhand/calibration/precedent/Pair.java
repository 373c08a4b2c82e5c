package org.evenhand.calibration.precedent;

import java.util.UUID;

/**
 * The two who bring a precedent about: one of HR and one who leads people.
 *
 * @param side the author's; the checker is of the other
 */
public record Pair(UUID author, Side side, UUID checker) {

  /** HR, or those who lead people. */
  public enum Side {
    HR,
    MANAGER
  }
}
