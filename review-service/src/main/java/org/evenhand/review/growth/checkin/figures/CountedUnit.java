package org.evenhand.review.growth.checkin.figures;

import org.evenhand.kit.data.database.Row;
import org.jspecify.annotations.Nullable;

/**
 * The check-ins of a unit in a quarter. A person counts in one unit.
 *
 * @param unit absent for all units of fewer people than can be told of, together
 * @param people whose check-ins they were
 * @param managers with whom
 * @param planned all that were held, skipped or missed
 */
record CountedUnit(
    @Nullable String unit,
    long people,
    long managers,
    long planned,
    long held,
    long skipped,
    long missed) {

  static CountedUnit of(Row row) {
    return new CountedUnit(
        row.orNull("unit", Row::text),
        row.bigint("people"),
        row.bigint("managers"),
        row.bigint("planned"),
        row.bigint("held"),
        row.bigint("skipped"),
        row.bigint("missed"));
  }
}
