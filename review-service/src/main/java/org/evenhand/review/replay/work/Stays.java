package org.evenhand.review.replay.work;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.policy.Eligibility;
import org.evenhand.review.replay.Stay;

/** By what an assignment was eligible when its cycle opened. */
final class Stays {

  private Stays() {}

  static Stay of(Assignment assignment, LocalDate cutOffDate, Eligibility past) {
    // Both the first day and the cut-off date are days of work.
    long days = ChronoUnit.DAYS.between(assignment.startedOn(), cutOffDate) + 1;
    return new Stay(assignment.position().workerType(), days, past);
  }
}
