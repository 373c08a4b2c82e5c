package org.evenhand.analytics.statistics.monitoring;

/** Where a number lies beside a range. Both ends are in it. */
public enum PlaceInRange {
  BELOW,
  WITHIN,
  ABOVE
}
