package org.evenhand.kit.data.calendar;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/** The days of which a calendar is wanted, both ends included. */
record CalendarPeriod(LocalDate from, LocalDate to) {

  static final int USUAL_DAYS = 92;
  static final int MOST_DAYS = 400;

  /**
   * From a day on, today where none is given, and so many days ahead.
   *
   * @throws Problem INVALID_PARAMETER
   */
  static CalendarPeriod of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
    LocalDate first = from == null ? today : from;
    LocalDate last = to == null ? first.plusDays(USUAL_DAYS) : to;
    if (last.isBefore(first)) {
      throw invalid(RANGE.parameter("to", "is before from"));
    }
    if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw invalid(RANGE.parameter("to", "must be within " + MOST_DAYS + " days"));
    }
    return new CalendarPeriod(first, last);
  }

  private static Problem invalid(Violation fault) {
    return Problem.of(CommonProblem.INVALID_PARAMETER, "A parameter is not valid.").with(fault);
  }
}
