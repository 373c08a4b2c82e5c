package org.evenhand.analytics.viewer;

/**
 * How exact a partition by work attributes is for a reader. It follows who may read the ratings
 * behind the figures: hiding a unit from a reader of each rating in it would hide nothing.
 */
public enum Access {
  /** May read the ratings. */
  EXACT,
  /** Reads ratings once they are shared, like every subscriber. */
  EXACT_ONCE_SHARED,
  /** Reads no rating of anybody. */
  SUPPRESSED
}
