package org.evenhand.analytics.counts;

/** Whether a cycle's ratings came about here or were taken in from another system. */
public enum Origin {
  LIVE,
  HISTORY
}
