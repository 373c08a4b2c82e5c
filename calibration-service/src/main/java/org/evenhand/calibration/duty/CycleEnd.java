package org.evenhand.calibration.duty;

import java.time.LocalDate;
import java.util.Set;

/**
 * How long a cycle asks for calibration.
 *
 * @param calibrationDue the last day, without the other days that single units or countries have
 */
record CycleEnd(LocalDate calibrationDue, String state) {

  private static final Set<String> OVER = Set.of("CLOSED", "CANCELLED");

  /** Whether nothing more is decided in it. */
  boolean isOver() {
    return OVER.contains(state);
  }
}
