package org.evenhand.review.growth.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.evenhand.kit.data.place.WorkingDays;
import org.junit.jupiter.api.Test;

/** When the two meet next. */
class PlanTest {

  private static final WorkingDays DAYS = WorkingDays.unknown();
  private static final LocalDate FRIDAY = LocalDate.parse("2026-12-04");

  @Test
  void aRhythmGoesOnFromItsDayAndNotFromWhenItWasRecorded() {
    Plan next = next(Plan.on(FRIDAY, 2, DAYS), "2026-12-08T10:00:00Z");
    assertEquals(LocalDate.parse("2026-12-18"), next.day());
    assertEquals(LocalDate.parse("2026-12-23"), next.recordBy());
    assertEquals(2, next.everyWeeks());
  }

  @Test
  void whatIsOverByThenIsLeftOut() {
    assertEquals(
        LocalDate.parse("2027-01-08"),
        next(Plan.on(FRIDAY, 1, DAYS), "2027-01-01T01:00:00Z").day());
  }

  @Test
  void withoutARhythmThereIsNoNext() {
    assertNull(Plan.on(FRIDAY, null, DAYS).next(DAYS, Instant.parse("2026-12-08T10:00:00Z")));
  }

  @Test
  void afterAnAbsenceWhatIsAheadStaysAndWhatIsPastComesAWeekLater() {
    Plan plan = Plan.on(FRIDAY, 2, DAYS);
    assertEquals(plan, plan.resumed(DAYS, Instant.parse("2026-12-02T09:00:00Z")));
    assertEquals(
        LocalDate.parse("2026-12-16"),
        plan.resumed(DAYS, Instant.parse("2026-12-09T09:00:00Z")).day());
  }

  private static Plan next(Plan plan, String now) {
    return Objects.requireNonNull(plan.next(DAYS, Instant.parse(now)));
  }
}
