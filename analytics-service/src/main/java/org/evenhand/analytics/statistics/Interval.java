package org.evenhand.analytics.statistics;

/**
 * A confidence interval, in the unit of what it is an interval of.
 *
 * @param low the lower limit
 * @param high the upper limit, not below {@code low}
 * @param confidence for example 0.95
 */
public record Interval(double low, double high, double confidence) {
  /** What is shown unless someone asks for more. */
  public static final double USUAL = 0.95;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("An interval from " + low + " to " + high);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("A confidence of " + confidence);
    }
  }

  /** Whether a value lies inside, limits included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
