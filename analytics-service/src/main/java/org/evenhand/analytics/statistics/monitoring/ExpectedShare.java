package org.evenhand.analytics.statistics.monitoring;

/**
 * What share of a group is expected at a level, in whole percent.
 *
 * @param low from 0
 * @param high up to 100, not below {@code low}; the same where one share is meant
 */
public record ExpectedShare(int low, int high) {
  static final int WHOLE = 100;

  public ExpectedShare {
    if (low < 0 || low > high || high > WHOLE) {
      throw new IllegalArgumentException("A share from " + low + " to " + high + " percent");
    }
  }
}
