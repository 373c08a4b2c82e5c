package org.evenhand.analytics.counts;

/**
 * How many ratings of one ordinal there are under a value of a dimension.
 *
 * @param stratum job family and level; the same for all where strata are taken together
 */
record Level(String dimension, String value, String stratum, Scale scale, int ordinal, long n) {

  /** Of the seven columns from this one on. */
  static Level of(Object[] row, int from) {
    return new Level(
        (String) row[from],
        (String) row[from + 1],
        (String) row[from + 2],
        new Scale(((Number) row[from + 3]).intValue(), ((Number) row[from + 4]).intValue()),
        ((Number) row[from + 5]).intValue(),
        ((Number) row[from + 6]).longValue());
  }
}
