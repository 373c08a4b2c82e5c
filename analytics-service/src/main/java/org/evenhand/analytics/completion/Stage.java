package org.evenhand.analytics.completion;

/** What a review can have reached; the names that {@code stages_of} counts under. */
enum Stage {
  OPENED,
  STARTED,
  SUBMITTED,
  CALIBRATED,
  NOT_CALIBRATED,
  SHARED,
  ACKNOWLEDGED,
  NOT_RATED
}
