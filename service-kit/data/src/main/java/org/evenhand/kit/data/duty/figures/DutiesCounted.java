package org.evenhand.kit.data.duty.figures;

import java.util.List;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.duty.Side;
import org.jspecify.annotations.Nullable;

/**
 * The duties of a kind that were due in a quarter, in numbers. For our figures alone.
 *
 * @param quarter such as 2027-Q1
 * @param part from 1 on, of so many parts
 */
record DutiesCounted(String kind, String quarter, int part, int parts, List<OfUnit> units) {

  /**
   * What one side owed in a unit. A holder counts in one unit of a side, and a duty that asks for
   * several as so many.
   *
   * @param unit absent for all units of fewer holders than can be told of, together, and for what
   *     is no single person's
   * @param holders who owed them; none of what is no single person's
   * @param most how many of them the one owed who owed the most
   * @param owed all that were done, waived, or are still owed
   */
  record OfUnit(
      Side side,
      @Nullable String unit,
      long holders,
      long most,
      long owed,
      long inTime,
      long late,
      long waived,
      long open) {

    static OfUnit of(Row row) {
      return new OfUnit(
          row.constant("side", Side.class),
          row.orNull("unit", Row::text),
          row.bigint("holders"),
          row.bigint("most"),
          row.bigint("owed"),
          row.bigint("in_time"),
          row.bigint("late"),
          row.bigint("waived"),
          row.bigint("open"));
    }
  }
}
