package org.evenhand.calibration.precedent.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenhand.kit.web.time.Days;
import org.junit.jupiter.api.Test;

class AskingTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");

  /** As the weekend of a place may be any two days, or the week may have none. */
  @Test
  void whatever_the_last_day_is_it_comes_out_when_a_tuesday_is_over() {
    Set<Instant> moments =
        IntStream.rangeClosed(2, 8)
            .mapToObj(MONDAY::plusDays)
            .map(Asking::publication)
            .collect(Collectors.toSet());

    assertEquals(Set.of(Days.endOf(LocalDate.parse("2026-12-08"))), moments);
  }

  @Test
  void nobody_loses_a_day_to_object() {
    IntStream.range(0, 14)
        .mapToObj(MONDAY::plusDays)
        .forEach(last -> assertFalse(Asking.publication(last).isBefore(Days.endOf(last))));
  }
}
