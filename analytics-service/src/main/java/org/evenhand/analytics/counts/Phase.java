package org.evenhand.analytics.counts;

/**
 * Which ordinal of a review is counted: the one its reviewer gave, or the one that stands once its
 * calibration is settled. A rating from another system counts in both.
 */
public enum Phase {
  BEFORE,
  AFTER
}
