package org.evenhand.kit.data.duty.figures;

import java.util.Collection;
import org.evenhand.kit.data.duty.DutyKind;

/**
 * Of which kinds of duty a service tells, by side and unit, how they were done. A kind that isn't
 * named is told nowhere.
 */
public interface CountedKinds {

  Collection<? extends DutyKind> kinds();

  /**
   * SQL that gives {@code (duty, person)}: who has done what was no single person's to do. A person
   * counts in the unit of their row in {@code colleague}. Empty where all is somebody's by name.
   */
  default String doers() {
    return "";
  }

  /**
   * SQL that gives {@code (duty, day)}: in whose quarter a duty is counted that is of a quarter
   * itself. The day by which it is due says that of all others; it moves on where it is free.
   */
  default String days() {
    return "";
  }

  /**
   * SQL that gives {@code (duty, owed, in_time, late)}: as how many a duty counts that asks for
   * several, and how many of these were done by its day and after it. What is left of them was
   * waived with the duty, or is open. All others count as one.
   */
  default String parts() {
    return "";
  }
}
