package org.evenhand.review.growth.feedback.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.data.place.SiteCalendar;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestedDaysTest {

  /** A Monday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

  private final RequestedDays days = new RequestedDays(at("Asia/Tokyo"), at("Europe/Oslo"));

  @Test
  void aRequestLapsesAfterTenWorkingDaysWhereNobodySaysOtherwise() {
    FeedbackRequest.Days usual = days.of(null, null, true, NOW);

    assertEquals(LocalDate.of(2026, 11, 16), usual.dueOn());
    assertEquals(Instant.parse("2026-11-16T15:00:00Z"), usual.dueAt(), "24:00 in Tokyo");
    assertNull(usual.opensAt());
  }

  @Test
  void aFreeDayPassesOnToTheNextWorkingDay() {
    assertEquals(
        LocalDate.of(2026, 11, 9), days.of(LocalDate.of(2026, 11, 7), null, true, NOW).dueOn());
  }

  @Test
  void nobodyIsAskedForTodayOrForMonthsAhead() {
    refused("/dueOn", TODAY, null, true);
    refused("/dueOn", TODAY.plusDays(61), null, true);
    assertEquals(TODAY.plusDays(60), days.of(TODAY.plusDays(60), null, true, NOW).dueOn());
  }

  @Test
  void aReportReadsTheAnswerFromTheBeginningOfADayAtTheirPlaceWithinAQuarter() {
    LocalDate last = TODAY.plusDays(90);
    assertEquals(Instant.parse("2027-01-30T23:00:00Z"), days.of(null, last, false, NOW).opensAt());
    refused("/opensOn", null, last.plusDays(1), false);
    refused("/opensOn", null, LocalDate.of(2026, 11, 15), false);
    refused("/opensOn", null, null, false);
  }

  @Test
  void whoeverAsksAboutThemselfReadsItAtOnce() {
    refused("/opensOn", null, TODAY.plusDays(30), true);
  }

  private void refused(
      String pointer, @Nullable LocalDate dueOn, @Nullable LocalDate opensOn, boolean own) {
    Problem problem = assertThrows(Problem.class, () -> days.of(dueOn, opensOn, own, NOW));
    assertEquals(List.of(pointer), problem.violations().stream().map(v -> v.pointer()).toList());
  }

  private static WorkingDays at(String zone) {
    return WorkingDays.of(
        new SiteCalendar(
            "here",
            ZoneId.of(zone),
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            null,
            null,
            List.of()));
  }
}
