package org.evenhand.analytics.checkin;

import java.util.stream.LongStream;
import org.evenhand.analytics.quarterly.ToldUnit;
import org.jspecify.annotations.Nullable;

/**
 * The check-ins of a unit in a quarter, as review-service counts them.
 *
 * @param unit absent for all units together that are too small to be told of
 * @param people whose check-ins they were; a person counts in one unit
 * @param others how many of them had none with the one manager who had theirs with most of them
 */
record UnitCheckIns(
    @Nullable String unit,
    long people,
    long others,
    long planned,
    long held,
    long skipped,
    long missed)
    implements ToldUnit<UnitCheckIns> {

  /** No manager has more of two units together than the one who has most of each has in both. */
  @Override
  public UnitCheckIns plus(UnitCheckIns other) {
    return new UnitCheckIns(
        null,
        people + other.people,
        others + other.others,
        planned + other.planned,
        held + other.held,
        skipped + other.skipped,
        missed + other.missed);
  }

  /**
   * Whether it says nothing of anybody: a figure is about one manager unless enough people meet
   * with others, and whoever is party to most of it knows the rest. What came of the check-ins
   * isn't looked at, or that a unit is hidden would say it.
   */
  @Override
  public boolean isSafe(long least) {
    return others >= least;
  }

  @Override
  public boolean protects() {
    return others > 0;
  }

  @Override
  public boolean canBe() {
    return LongStream.of(held, skipped, missed).allMatch(number -> number >= 0)
        && people >= 1
        && others >= 0
        && others < people
        && planned == held + skipped + missed
        && planned >= people
        && (unit == null || !unit.isBlank());
  }
}
