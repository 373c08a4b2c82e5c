package org.evenhand.kit.data.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person is told of a date that comes, moves, falls away and returns. */
class TellingTest {

  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final LocalDate FRIDAY = LocalDate.parse("2026-12-04");
  private static final UUID ANN = new UUID(0, 1);

  @Test
  void aDateIsToldAsItIsUntilItChanges() {
    Told first = only(told(List.of(), NOON, share(FRIDAY)));
    assertEquals(EntryState.CONFIRMED, first.state());
    assertEquals(0, first.sequence());

    assertEquals(first, only(told(List.of(first), NOON.plusSeconds(60), share(FRIDAY))));
  }

  @Test
  void aDateThatMovesKeepsItsIdAndHasAHigherSequence() {
    Told first = only(told(List.of(), NOON, share(FRIDAY)));
    Told moved = only(told(List.of(first), NOON.plusSeconds(60), share(FRIDAY.plusDays(7))));

    assertEquals(first.id(), moved.id());
    assertEquals(1, moved.sequence());
    assertEquals(FRIDAY.plusDays(7), moved.content().when().first());
    assertEquals(NOON.plusSeconds(60), moved.changedAt());
  }

  @Test
  void aDateThatFallsAwayIsToldAsCancelledOnceAndFor90Days() {
    Told first = only(told(List.of(), NOON, share(FRIDAY)));
    Instant later = NOON.plus(Duration.ofHours(1));
    Told gone = only(told(List.of(first), later));

    assertEquals(EntryState.CANCELLED, gone.state());
    assertEquals(1, gone.sequence());
    assertEquals(first.content(), gone.content());
    assertEquals(gone, only(told(List.of(gone), later.plusSeconds(60))));
    assertTrue(gone.isShown(later.plus(Duration.ofDays(90)).minusSeconds(1)));
    assertFalse(gone.isShown(later.plus(Duration.ofDays(90))));
  }

  @Test
  void aDateThatReturnsGoesOnInItsSequence() {
    Told first = only(told(List.of(), NOON, share(FRIDAY)));
    Told gone = only(told(List.of(first), NOON));
    Told back = only(told(List.of(gone), NOON, share(FRIDAY)));

    assertEquals(EntryState.CONFIRMED, back.state());
    assertEquals(2, back.sequence());
    assertEquals(first.id(), back.id());
  }

  @Test
  void whatIsOverStaysAsItWas() {
    Told first = only(told(List.of(), NOON, share(FRIDAY)));
    Instant over = Instant.parse("2026-12-05T12:00:00Z"); // everywhere

    assertEquals(first, only(told(List.of(first), over)));
    assertEquals(EntryState.CANCELLED, only(told(List.of(first), over.minusSeconds(1))).state());
  }

  @Test
  void theSameDateHasAnotherIdForAnotherPerson() {
    assertNotEquals(Told.id(ANN, share(FRIDAY)), Told.id(new UUID(0, 2), share(FRIDAY)));
  }

  private static List<Told> told(List<Told> before, Instant now, CalendarDate... dates) {
    return new Telling(ANN, now)
        .of(List.of(dates), before).stream().map(Telling.Next::told).toList();
  }

  private static Told only(List<Told> told) {
    assertEquals(1, told.size());
    return told.get(0);
  }

  private static CalendarDate share(LocalDate day) {
    return CalendarDate.of("MILESTONE_SHARE", "2026", When.on(day), "/v1/cycles/1");
  }
}
