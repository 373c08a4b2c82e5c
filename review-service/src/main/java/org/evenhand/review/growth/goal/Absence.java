package org.evenhand.review.growth.goal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the person was away while the goal ran, without what for. A target from before it can't be
 * missed: it is agreed anew for the time at work.
 *
 * @param until the day on which they were back; null while they are away
 * @param back from when on terms are put by somebody who knows that they are back
 * @param renewed whether terms that were put since then have been agreed
 */
public record Absence(
    LocalDate since, @Nullable LocalDate until, @Nullable Instant back, boolean renewed) {

  static Absence begun(LocalDate since) {
    return new Absence(since, null, null, false);
  }

  @JsonIgnore
  public boolean isRunning() {
    return until == null;
  }

  Absence over(LocalDate day, Instant from) {
    return new Absence(since, day, from, false);
  }

  /** Whether terms that were put then are for the time at work. */
  boolean isFollowedBy(Instant put) {
    return back != null && !put.isBefore(back);
  }

  Absence agreedAnew(Instant put) {
    return new Absence(since, until, back, renewed || isFollowedBy(put));
  }
}
