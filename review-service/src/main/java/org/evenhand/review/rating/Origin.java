package org.evenhand.review.rating;

/** Whether a rating came about here (LIVE) or was taken in from another system (HISTORY). */
public enum Origin {
  LIVE,
  HISTORY
}
