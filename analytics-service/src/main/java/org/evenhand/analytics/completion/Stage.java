package org.evenhand.analytics.completion;

/** The stages that a review can reach, by the names under which {@code stages_of} counts. */
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
