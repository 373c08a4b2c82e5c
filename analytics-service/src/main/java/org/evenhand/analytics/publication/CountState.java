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
 * @param judged whether the cycle is live, and its ratings were judged as they will be shared
 * @param undecided whether a rating waits that no session has decided: until it is shared, the
 *     counts after calibration are without it
 */
record CountState(
    long changes,
    long publishedChanges,
    Instant changedAt,
    boolean rebuilding,
    boolean judged,
    boolean undecided) {

  /** Whether what was judged stays as it is: the counts are without some of it. */
  boolean standsAsJudged() {
    return judged && undecided;
  }

  boolean isPublished() {
    return changes == publishedChanges;
  }
}
