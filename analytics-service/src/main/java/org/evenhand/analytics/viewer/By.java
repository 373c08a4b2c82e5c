package org.evenhand.analytics.viewer;

import org.evenhand.analytics.counts.Dimensions;
import org.jspecify.annotations.Nullable;

/** The parameter {@code by}: an organisational partition. */
public enum By {
  NONE(Dimensions.NONE),
  ORG_UNIT("orgUnit"),
  JOB_LEVEL("jobLevel"),
  JOB_FAMILY("jobFamily"),
  WORK_LOCATION("workLocation");

  private final String dimension;

  By(String dimension) {
    this.dimension = dimension;
  }

  /** The key of the dimension, {@code none} if nothing is said. */
  public static String dimension(@Nullable By by) {
    return by == null ? Dimensions.NONE : by.dimension;
  }

  /** As the parameter says it. */
  @Override
  public String toString() {
    return dimension;
  }
}
