package org.evenhand.analytics.publication;

import java.util.List;

/**
 * What is told of what a review rests on, in bands: a mean of few is an exact sum, in which one who
 * has very many is found. Each review is in one band of each measure.
 */
public enum EvidenceMeasure {
  /** Observations in the rated period. */
  OBSERVATIONS(banded("observations"), "0", "1-2", "3+"),
  /** Whether they say what came of what was seen. */
  IMPACT(
      """
      case when cast(evidence ->> 'withImpact' as int) = 0 then 1
           when cast(evidence ->> 'withImpact' as int)
             < cast(evidence ->> 'observations' as int) then 2
           else 3 end
      """,
      "none",
      "some",
      "all"),
  /** Days from the last of them to the conclusion. */
  DAYS_SINCE(
      "coalesce(width_bucket(cast(evidence ->> 'daysSince' as int), array[31, 91]) + 2, 1)",
      "none",
      "0-30",
      "31-90",
      "91+"),
  /** Rated criteria without any. */
  CRITERIA_WITHOUT(banded("criteriaWithout"), "0", "1-2", "3+");

  private final String sql;
  private final List<String> bands;

  EvidenceMeasure(String sql, String... bands) {
    this.sql = sql;
    this.bands = List.of(bands);
  }

  private static String banded(String key) {
    return "width_bucket(cast(evidence ->> '%s' as int), array[1, 3]) + 1".formatted(key);
  }

  /** The number of the band that the column {@code evidence} is in, from 1 on. */
  String sql() {
    return sql;
  }

  /** The names of the bands, in their order. */
  public List<String> bands() {
    return bands;
  }
}
