package org.evenhand.analytics.publication;

import java.time.Instant;

/**
 * How far the counts of a cycle are, and how far what is published of them.
 *
 * @param changes how often they have changed
 * @param publishedChanges at which of these everything that may be published was
 * @param changedAt when they last changed
 * @param rebuilding whether everything is being counted anew, so that the counts are those of long
 *     ago
 * @param standing whether all ratings stand after calibration, as they were judged
 */
record CountState(
    long changes, long publishedChanges, Instant changedAt, boolean rebuilding, boolean standing) {

  boolean isPublished() {
    return changes == publishedChanges;
  }
}
