package org.evenhand.review.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.data.place.SiteCalendar;
import org.evenhand.kit.data.place.WorkingDays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerByTest {

  private static final LocalDate ANY = LocalDate.parse("2026-11-30");

  @ParameterizedTest
  @CsvSource({
    // planned to be shared, answers until, shared at, the last day
    "2026-12-01, 2026-12-11, 2026-12-01T09:00:00Z, Europe/Berlin, 2026-12-11",
    "2026-12-01, 2026-12-12, 2026-12-01T09:00:00Z, Europe/Berlin, 2026-12-14", // a Saturday
    "2026-12-15, 2026-12-25, 2026-12-15T09:00:00Z, Europe/Berlin, 2026-12-28", // Christmas
    "2026-12-01, 2026-12-11, 2026-12-08T09:00:00Z, Europe/Berlin, 2026-12-18", // a week late
    "2026-12-01, 2026-12-11, 2026-12-08T23:30:00Z, Europe/Berlin, 2026-12-21", // the 9th there
    "2026-12-01, 2026-12-11, 2026-12-09T09:00:00Z, Pacific/Niue, 2026-12-18", // the 8th there
  })
  void nobodyHasLessTimeThanWasPlannedAndNoLastDayIsFree(
      LocalDate share, LocalDate window, Instant sharedAt, String zone, LocalDate until) {
    WorkingDays days =
        WorkingDays.of(
            new SiteCalendar(
                "there",
                ZoneId.of(zone),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                "DE",
                null,
                List.of()));

    assertEquals(until, new DueDates(ANY, ANY, ANY, share, window).answerBy(sharedAt, days));
  }
}
