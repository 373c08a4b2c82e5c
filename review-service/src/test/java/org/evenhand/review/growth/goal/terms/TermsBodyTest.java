package org.evenhand.review.growth.goal.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.evenhand.kit.data.place.WorkingDays;
import org.junit.jupiter.api.Test;

class TermsBodyTest {

  private static final LocalDate DUE = LocalDate.parse("2026-12-01");

  @Test
  void aDayIsOverOnceItIsOverWhereThePersonWorks() {
    // The day after has begun in Kiribati, and it still goes on in Hawaii.
    assertEquals(Optional.empty(), fault(DUE, "2026-12-02T09:00:00Z"));
    assertEquals(Optional.of("is over"), fault(DUE, "2026-12-02T12:00:00Z"));
  }

  @Test
  void aDayIsAtMostFiveYearsAhead() {
    assertEquals(Optional.empty(), fault(DUE.plusYears(5), "2026-12-01T09:00:00Z"));
    assertEquals(
        Optional.of("is more than five years ahead"),
        fault(DUE.plusYears(5).plusDays(2), "2026-12-01T09:00:00Z"));
  }

  private static Optional<String> fault(LocalDate dueOn, String now) {
    return TermsBody.fault(dueOn, WorkingDays.unknown(), Instant.parse(now));
  }
}
