package org.evenhand.analytics.guidance;

import org.evenhand.analytics.statistics.monitoring.ExpectedShare;

/**
 * A level on which a policy expects a certain share of ratings.
 *
 * @param low in whole percent
 * @param high in whole percent, not below {@code low}
 */
public record GuidedLevel(int ordinal, int low, int high) {

  public ExpectedShare share() {
    return new ExpectedShare(low, high);
  }
}
