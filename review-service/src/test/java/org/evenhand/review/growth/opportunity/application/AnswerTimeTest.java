package org.evenhand.review.growth.opportunity.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.growth.opportunity.application.AnswerTime.Change;
import org.junit.jupiter.api.Test;

/** An offer of Monday, 4 January 2027, until Monday, 18 January. */
class AnswerTimeTest {

  private static final LocalDate OFFERED = day(4);
  private static final LocalDate UNTIL = day(18);

  private final AnswerTime time = AnswerTime.begun(OFFERED, UNTIL, false);

  @Test
  void whatWasLeftOfItWhenSomebodyWentIsLeftWhenTheyAreBack() {
    AnswerTime away = after(time, EmploymentStatus.ON_LEAVE, day(14), day(14));
    assertTrue(away.standsStill());
    // Thursday, Friday and Monday were left.
    AnswerTime back = after(away, EmploymentStatus.ACTIVE, day(29), day(29));
    assertEquals(LocalDate.of(2027, 2, 3), back.until());
    assertTrue(back.hasMoved());
    assertFalse(back.standsStill());
  }

  @Test
  void whoeverWasAwayWhenItWasOfferedHasAllOfItOnceBack() {
    AnswerTime away = AnswerTime.begun(OFFERED, UNTIL, true);
    assertTrue(away.standsStill());
    assertEquals(day(28), after(away, EmploymentStatus.ACTIVE, day(14), day(14)).until());
  }

  @Test
  void whoeverWentBeforeTheOfferAndIsToldOfAfterItLosesNothing() {
    AnswerTime away = after(time, EmploymentStatus.ON_LEAVE, OFFERED.minusDays(30), day(6));
    assertEquals(day(21), after(away, EmploymentStatus.ACTIVE, day(7), day(7)).until());
  }

  @Test
  void aReturnThatIsToldLateCountsFromWhenItIsTold() {
    AnswerTime away = after(time, EmploymentStatus.ON_LEAVE, day(14), day(14));
    assertEquals(
        LocalDate.of(2027, 2, 3), after(away, EmploymentStatus.ACTIVE, day(15), day(29)).until());
  }

  @Test
  void whoeverIsBackBeforeTheyWentOrWasNeverAwayHasTheDaysOfOthers() {
    AnswerTime away = after(time, EmploymentStatus.ON_LEAVE, day(14), day(14));
    assertEquals(UNTIL, after(away, EmploymentStatus.ACTIVE, day(14), day(14)).until());
    assertEquals(time, after(time, EmploymentStatus.ACTIVE, day(14), day(14)));
  }

  @Test
  void aSecondLeaveTakesWhatTheFirstHasLeft() {
    AnswerTime once =
        after(
            after(time, EmploymentStatus.ON_LEAVE, day(14), day(14)),
            EmploymentStatus.ACTIVE,
            day(29),
            day(29));
    AnswerTime away =
        after(once, EmploymentStatus.ON_LEAVE, LocalDate.of(2027, 2, 3), LocalDate.of(2027, 2, 3));
    AnswerTime back =
        after(away, EmploymentStatus.ACTIVE, LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 1));
    assertEquals(LocalDate.of(2027, 3, 2), back.until());
  }

  private static AnswerTime after(
      AnswerTime time, EmploymentStatus status, LocalDate on, LocalDate today) {
    return time.after(new Change(status, on), OFFERED.plusDays(1), today, WorkingDays.unknown());
  }

  private static LocalDate day(int ofJanuary) {
    return LocalDate.of(2027, 1, ofJanuary);
  }
}
