package org.evenhand.analytics.drift;

import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.monitoring.DistributionDrift;

/** From one cycle to the next one of which the group's figures may be seen. */
record Shift(Point before, Point now) {

  /** The least number of people in each of the two cycles; below it nothing is concluded. */
  static final long LEAST_PEOPLE = 30;

  /** Positive when ratings went up. */
  CliffsDelta delta() {
    return new CliffsDelta(now.counts(), before.counts());
  }

  DistributionDrift distances() {
    return new DistributionDrift(before.counts(), now.counts());
  }

  boolean hasEnoughPeople() {
    return isTested(before.counts(), now.counts());
  }

  static boolean isTested(LevelCounts before, LevelCounts now) {
    return before.people() >= LEAST_PEOPLE && now.people() >= LEAST_PEOPLE;
  }
}
