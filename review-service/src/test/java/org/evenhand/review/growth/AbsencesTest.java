package org.evenhand.review.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AbsencesTest {

  private static final LocalDate PUT = LocalDate.parse("2027-01-10");
  private static final LocalDate WENT = LocalDate.parse("2027-02-01");
  private static final LocalDate BACK = LocalDate.parse("2027-03-03");

  @Test
  void whatLayAheadWhenSomebodyWentMovesByTheTimeAway() {
    Absences absences = Absences.NONE.begun(WENT).over(BACK);
    assertEquals(LocalDate.parse("2027-07-30"), moved(absences, "2027-06-30"));
    assertEquals(BACK, moved(absences, "2027-02-01"));
  }

  @Test
  void whatWasOverWhenSomebodyWentStays() {
    Absences absences = Absences.NONE.begun(WENT).over(BACK);
    assertEquals(LocalDate.parse("2027-01-31"), moved(absences, "2027-01-31"));
  }

  @Test
  void termsThatArePutAfterwardsAreNotMoved() {
    Absences absences = Absences.NONE.begun(WENT).over(BACK);
    LocalDate day = LocalDate.parse("2027-06-30");
    assertEquals(day, absences.moved(day, BACK));
  }

  @Test
  void termsThatArePutMeanwhileMoveByTheRest() {
    Absences absences = Absences.NONE.begun(WENT).over(BACK);
    LocalDate day = LocalDate.parse("2027-06-30");
    assertEquals(day.plusDays(3), absences.moved(day, BACK.minusDays(3)));
  }

  @Test
  void nothingMovesWhileNobodyKnowsForHowLong() {
    Absences away = Absences.NONE.begun(WENT);
    assertTrue(away.isAway());
    assertEquals(LocalDate.parse("2027-06-30"), moved(away, "2027-06-30"));
  }

  @Test
  void twoLeavesMoveADayTwice() {
    Absences absences =
        Absences.NONE
            .begun(WENT)
            .over(WENT.plusDays(10))
            .begun(WENT.plusDays(20))
            .over(WENT.plusDays(25));
    assertEquals(LocalDate.parse("2027-07-15"), moved(absences, "2027-06-30"));
  }

  @Test
  void whoeverIsBackBeforeTheyWentWasNeverAway() {
    Absences absences = Absences.NONE.begun(WENT).over(WENT);
    assertFalse(absences.isAway());
    assertEquals(0, absences.all().size());
  }

  private static LocalDate moved(Absences absences, String day) {
    return absences.moved(LocalDate.parse(day), PUT);
  }
}
