package org.evenhand.analytics.duty.figures;

import java.util.stream.LongStream;
import org.evenhand.analytics.quarterly.ToldUnit;
import org.evenhand.kit.data.duty.Side;
import org.jspecify.annotations.Nullable;

/**
 * What one side owed in a unit in a quarter, as a service counts it.
 *
 * @param unit absent for all units together that are too small to be told of, and for what is no
 *     single person's
 * @param holders who owed them; each counts in one unit of a side
 * @param most how many of them the one owed who owed the most
 * @param owed all that were done, waived, or were still owed when it was told
 */
record UnitDuties(
    @Nullable Side side,
    @Nullable String unit,
    long holders,
    long most,
    long owed,
    long inTime,
    long late,
    long waived,
    long open)
    implements ToldUnit<UnitDuties> {

  @Override
  public UnitDuties plus(UnitDuties other) {
    return new UnitDuties(
        side,
        null,
        holders + other.holders,
        Math.max(most, other.most),
        owed + other.owed,
        inTime + other.inTime,
        late + other.late,
        waived + other.waived,
        open + other.open);
  }

  /**
   * Whether it says nothing of anybody: a figure is about one person where that one owed more than
   * all others. How the duties were done isn't looked at, or that a unit is hidden would say it.
   */
  @Override
  public boolean isSafe(long least) {
    return holders >= least && most <= owed - most;
  }

  @Override
  public boolean protects() {
    return true;
  }

  @Override
  public long people() {
    return holders;
  }

  /** Whether a role owes them: they are nobody's in particular. */
  boolean areOfRoles() {
    return holders == 0;
  }

  @Override
  public boolean canBe() {
    return side != null
        && LongStream.of(holders, most, inTime, late, waived, open).allMatch(each -> each >= 0)
        && owed == inTime + late + waived + open
        && owed >= 1
        && (areOfRoles()
            ? unit == null && most == 0
            : (unit == null || !unit.isBlank()) && most >= 1 && owed >= holders - 1 + most);
  }
}
