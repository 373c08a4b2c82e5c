package org.evenhand.review.growth.feedback.request;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The days of a request. Nobody is asked for years ahead, and no report waits longer than a quarter
 * for what was said about them.
 *
 * @param atAsked the days of who is asked
 * @param atAbout the days of whom it is about
 */
record RequestedDays(WorkingDays atAsked, WorkingDays atAbout) {

  private static final int USUAL = 10;
  private static final int LONGEST = 60;
  private static final int LONGEST_CLOSED = 90;

  /**
   * @param own whether it is about who asks
   * @throws Problem 422
   */
  FeedbackRequest.Days of(
      @Nullable LocalDate dueOn, @Nullable LocalDate opensOn, boolean own, Instant now) {
    LocalDate today = atAsked.today(now);
    if (dueOn != null && (!dueOn.isAfter(today) || dueOn.isAfter(today.plusDays(LONGEST)))) {
      throw refused(RANGE.at("/dueOn", "has to be one of the next %d days".formatted(LONGEST)));
    }
    LocalDate due = dueOn == null ? atAsked.plus(today, USUAL) : atAsked.onOrAfter(dueOn);
    return new FeedbackRequest.Days(
        due, atAsked.endOf(due), own ? none(opensOn) : opening(opensOn, due, today));
  }

  private static @Nullable Instant none(@Nullable LocalDate opensOn) {
    if (opensOn != null) {
      throw refused(NOT_ALLOWED.at("/opensOn", "whoever asks about themself reads it at once"));
    }
    return null;
  }

  private Instant opening(@Nullable LocalDate opensOn, LocalDate due, LocalDate today) {
    if (opensOn == null) {
      throw refused(REQUIRED.at("/opensOn", "says when your report reads the answer"));
    }
    if (opensOn.isBefore(due) || opensOn.isAfter(today.plusDays(LONGEST_CLOSED))) {
      throw refused(
          RANGE.at(
              "/opensOn",
              "has to be from %s to %s".formatted(due, today.plusDays(LONGEST_CLOSED))));
    }
    return atAbout.endOf(opensOn.minusDays(1));
  }

  private static Problem refused(Violation why) {
    return Problem.of(CommonProblem.RULE_VIOLATED, "A request can't have these days.").with(why);
  }
}
