package org.evenhand.kit.data.training;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A module that somebody doesn't hold for good.
 *
 * @param until the last day on which they hold it; null where they never did
 */
record AskedTraining(UUID person, String title, @Nullable LocalDate until) {

  /**
   * @param begun when that began for which it is asked: whoever held it then holds it for all of it
   * @param days those of where they work
   */
  boolean isDue(Instant begun, WorkingDays days, Grace time) {
    return (until == null || !begun.isBefore(days.endOf(until))) && !time.lasts(days);
  }

  /**
   * @param pointer where a request names the person
   */
  Violation at(String pointer) {
    return NOT_ALLOWED.at(pointer, "needs the training " + title + " first");
  }
}
