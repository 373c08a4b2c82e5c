package org.evenhand.analytics.counts;

import org.evenhand.kit.data.database.Row;

/**
 * How many ratings of one ordinal there are under a value of a dimension.
 *
 * @param stratum job family and level; the same for all where strata are taken together
 */
record Level(String dimension, String value, String stratum, Scale scale, int ordinal, long n) {

  static Level of(Row row) {
    return new Level(
        row.text("dimension"),
        row.text("value"),
        row.text("stratum"),
        new Scale(row.integer("scale_size"), row.integer("favourable_from")),
        row.integer("ordinal"),
        row.bigint("n"));
  }
}
