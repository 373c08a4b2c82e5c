package org.evenhand.review.growth.checkin.work;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.time.Days;

/** For which days a check-in can be planned. */
final class PlannedDay {

  private static final int MOST_MONTHS_AHEAD = 6;

  private PlannedDay() {}

  /**
   * @throws Problem RULE_VIOLATED for one that is over at the employee's place, or far ahead
   */
  static void require(LocalDate day, WorkingDays days, Instant now) {
    LocalDate first = days.zone().isPresent() ? days.today(now) : Days.goingOn(now);
    if (day.isBefore(first) || day.isAfter(days.today(now).plusMonths(MOST_MONTHS_AHEAD))) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A check-in is planned ahead.")
          .with(RANGE.at("/plannedFor", "must be within six months, from today on"));
    }
  }
}
