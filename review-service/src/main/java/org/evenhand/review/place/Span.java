package org.evenhand.review.place;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.evenhand.kit.data.place.PublicHolidays;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Days in a row, both ends included. */
record Span(LocalDate from, LocalDate to) {

  static final int MOST_DAYS = 400;

  private static final LocalDate FIRST = LocalDate.of(PublicHolidays.FIRST_YEAR, 1, 1);
  private static final LocalDate LAST = LocalDate.of(PublicHolidays.LAST_YEAR, 12, 31);

  /**
   * @throws Problem INVALID_PARAMETER
   */
  static Span of(@Nullable LocalDate from, @Nullable LocalDate to) {
    LocalDate first = known("from", from);
    LocalDate last = known("to", to);
    if (last.isBefore(first)) {
      throw invalid(RANGE.parameter("to", "is before from"));
    }
    if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw invalid(RANGE.parameter("to", "must be within " + MOST_DAYS + " days"));
    }
    return new Span(first, last);
  }

  Stream<LocalDate> days() {
    return from.datesUntil(to.plusDays(1));
  }

  private static LocalDate known(String parameter, @Nullable LocalDate day) {
    if (day == null) {
      throw invalid(REQUIRED.parameter(parameter, "is missing"));
    }
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      throw invalid(RANGE.parameter(parameter, "must be from " + FIRST + " to " + LAST));
    }
    return day;
  }

  private static Problem invalid(Violation fault) {
    return Problem.of(CommonProblem.INVALID_PARAMETER, "A parameter is not valid.").with(fault);
  }
}
