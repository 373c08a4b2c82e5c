package org.evenhand.analytics.statistics.monitoring;

/**
 * How many people are expected at a level.
 *
 * @param low not below 0
 * @param high not below {@code low}; both ends are expected
 */
public record ExpectedCount(long low, long high) {
  public ExpectedCount {
    if (low < 0 || low > high) {
      throw new IllegalArgumentException("A count from " + low + " to " + high);
    }
  }

  /** Where a count lies. */
  public PlaceInRange place(long people) {
    if (people < low) {
      return PlaceInRange.BELOW;
    }
    return people > high ? PlaceInRange.ABOVE : PlaceInRange.WITHIN;
  }
}
