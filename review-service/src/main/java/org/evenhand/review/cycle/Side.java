package org.evenhand.review.cycle;

/** The two sides that decide together: HR, and the managers whose people are concerned. */
public enum Side {
  HR,
  MANAGER
}
