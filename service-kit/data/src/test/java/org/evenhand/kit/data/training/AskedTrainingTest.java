package org.evenhand.kit.data.training;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskedTrainingTest {

  private static final WorkingDays DAYS = WorkingDays.unknown();
  private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
  private static final Instant BEGUN = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void whoeverNeverHeldItIsAskedForIt() {
    assertTrue(isDue(null, Grace.none(BEGUN)));
  }

  @Test
  void whoeverHeldItOnTheDayOnWhichItBeganIsNot() {
    assertFalse(isDue(LAST, Grace.none(BEGUN)));
    assertFalse(isDue(LAST, Grace.none(BEGUN.plus(Duration.ofDays(90)))), "for all of it");
    assertTrue(isDue(LAST.minusDays(1), Grace.none(BEGUN)));
  }

  @Test
  void toWhomItCameUnaskedHasTenWorkingDays() {
    assertFalse(isDue(null, new Grace(BEGUN, BEGUN.plus(Duration.ofDays(13)))));
    assertTrue(isDue(null, new Grace(BEGUN, BEGUN.plus(Duration.ofDays(17)))));
  }

  private static boolean isDue(@Nullable LocalDate until, Grace time) {
    return new AskedTraining(UUID.randomUUID(), "Rating fairly", until).isDue(BEGUN, DAYS, time);
  }
}
