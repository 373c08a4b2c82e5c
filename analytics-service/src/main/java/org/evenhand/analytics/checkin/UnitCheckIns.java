package org.evenhand.analytics.checkin;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The check-ins of a unit in a quarter, as review-service counts them.
 *
 * @param unit absent for all units together that are too small to be told of
 * @param people whose check-ins they were; a person counts in one unit
 * @param managers with how many managers, who may lead in other units too
 */
record UnitCheckIns(
    @Nullable String unit,
    long people,
    long managers,
    long planned,
    long held,
    long skipped,
    long missed) {

  static final UnitCheckIns NONE = new UnitCheckIns(null, 0, 0, 0, 0, 0, 0);

  private static final int LEAST_MANAGERS = 2;

  /** Of two units together it is only known that they have as many managers as one of them. */
  UnitCheckIns plus(UnitCheckIns other) {
    return new UnitCheckIns(
        null,
        people + other.people,
        Math.max(managers, other.managers),
        planned + other.planned,
        held + other.held,
        skipped + other.skipped,
        missed + other.missed);
  }

  static UnitCheckIns sum(List<UnitCheckIns> all) {
    return all.stream().reduce(NONE, UnitCheckIns::plus);
  }

  /**
   * Whether it says nothing of anybody. Where all were held, or none was, that is known of each
   * person; and what one manager alone leads would be a figure about that manager.
   */
  boolean isSafe(long least) {
    return people >= least && managers >= LEAST_MANAGERS && held > 0 && held < planned;
  }

  /** Whether the numbers can be of one unit. */
  boolean isPossible() {
    return LongStream.of(held, skipped, missed).allMatch(number -> number >= 0)
        && LongStream.of(people, managers).allMatch(number -> number >= 1)
        && planned == held + skipped + missed
        && planned >= people
        && (unit == null || !unit.isBlank());
  }
}
