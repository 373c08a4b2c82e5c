package org.evenhand.review.growth.goal;

/** How an agreed goal is going, as one of the two sees it. */
public enum Health {
  ON_TRACK,
  AT_RISK,
  OFF_TRACK
}
