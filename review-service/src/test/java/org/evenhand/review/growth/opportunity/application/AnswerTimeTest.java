package org.evenhand.review.growth.opportunity.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.evenhand.kit.data.place.WorkingDays;
import org.junit.jupiter.api.Test;

/** An offer of Monday, 4 January 2027, until Monday, 18 January. */
class AnswerTimeTest {

  private static final LocalDate OFFERED = day(4);
  private static final LocalDate UNTIL = day(18);

  private final AnswerTime time = AnswerTime.begun(OFFERED, UNTIL, false);

  @Test
  void whatWasLeftOfItWhenSomebodyWentIsLeftWhenTheyAreBack() {
    AnswerTime away = away(time, day(14));
    assertTrue(away.standsStill());
    // Thursday, Friday and Monday were left.
    AnswerTime back = back(away, day(29), day(29));
    assertEquals(LocalDate.of(2027, 2, 3), back.until());
    assertTrue(back.hasMoved());
    assertFalse(back.standsStill());
  }

  @Test
  void whoeverWasAwayWhenItWasOfferedHasAllOfItOnceBack() {
    AnswerTime away = AnswerTime.begun(OFFERED, UNTIL, true);
    assertTrue(away.standsStill());
    assertEquals(day(28), back(away, day(14), day(14)).until());
  }

  @Test
  void whoeverWentBeforeTheOfferAndIsToldOfAfterItLosesNothing() {
    assertEquals(day(21), back(away(time, OFFERED.minusDays(30)), day(7), day(7)).until());
  }

  @Test
  void aReturnThatIsToldLateCountsFromWhenItIsTold() {
    AnswerTime away = away(time, day(14));
    assertEquals(LocalDate.of(2027, 2, 3), back(away, day(15), day(29)).until());
  }

  @Test
  void whoeverIsBackBeforeTheyWentHasTheDaysOfOthers() {
    AnswerTime back = back(away(time, day(14)), day(14), day(14));
    assertEquals(UNTIL, back.until());
    assertFalse(back.standsStill());
  }

  @Test
  void aSecondLeaveTakesWhatTheFirstHasLeft() {
    AnswerTime once = back(away(time, day(14)), day(29), day(29));
    AnswerTime away = away(once, LocalDate.of(2027, 2, 3));
    LocalDate march = LocalDate.of(2027, 3, 1);
    assertEquals(LocalDate.of(2027, 3, 2), back(away, march, march).until());
  }

  private static AnswerTime away(AnswerTime time, LocalDate since) {
    return time.stopped(since, OFFERED.plusDays(1));
  }

  private static AnswerTime back(AnswerTime time, LocalDate on, LocalDate today) {
    return time.resumed(on, today, WorkingDays.unknown());
  }

  private static LocalDate day(int ofJanuary) {
    return LocalDate.of(2027, 1, ofJanuary);
  }
}
