package org.evenhand.analytics.viewer;

/**
 * How exact a partition by work attributes is to someone. It follows who may read the ratings
 * behind the figures: to hide a unit from whoever reads each rating in it would hide nothing.
 */
public enum Access {
  /** May read the ratings. */
  EXACT,
  /** Reads them from when they are shared, as every subscriber. */
  EXACT_ONCE_SHARED,
  /** Reads no rating of anybody. */
  SUPPRESSED
}
