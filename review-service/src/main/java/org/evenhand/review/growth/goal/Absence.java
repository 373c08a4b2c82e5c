package org.evenhand.review.growth.goal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the person was away while the goal ran, without what for. A target from before it can't be
 * missed: it is agreed anew for the time at work.
 *
 * @param until the day on which they were back; null while they are away
 * @param renewed whether terms were agreed since then
 */
public record Absence(LocalDate since, @Nullable LocalDate until, boolean renewed) {

  static Absence begun(LocalDate since) {
    return new Absence(since, null, false);
  }

  @JsonIgnore
  public boolean isRunning() {
    return until == null;
  }

  Absence over(LocalDate day) {
    return new Absence(since, day, false);
  }

  Absence followedByTerms() {
    return new Absence(since, until, until != null);
  }
}
