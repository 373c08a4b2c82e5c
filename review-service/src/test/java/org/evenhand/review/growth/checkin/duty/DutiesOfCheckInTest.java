package org.evenhand.review.growth.checkin.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.CheckInState;
import org.evenhand.review.growth.checkin.Pair;
import org.evenhand.review.growth.checkin.Plan;
import org.junit.jupiter.api.Test;

/** Who owes what at each step of a check-in. */
class DutiesOfCheckInTest {

  private static final UUID PERSON = new UUID(0, 1);
  private static final UUID MANAGER = new UUID(0, 2);
  private static final LocalDate FRIDAY = LocalDate.parse("2026-12-04");
  private static final Instant AT = Instant.parse("2026-12-01T10:00:00Z");
  private static final WorkingDays DAYS = WorkingDays.unknown();

  private final CheckIn checkIn =
      new CheckIn(
          UUID.randomUUID(),
          new Pair(PERSON, new UUID(0, 9), FRIDAY.minusYears(1), MANAGER),
          Plan.on(FRIDAY, 2, DAYS),
          FRIDAY.minusDays(3));

  @Test
  void bothOweItAndHaveSomeDaysToRecordIt() {
    assertEquals(
        List.of(PERSON, MANAGER), owed().stream().map(each -> each.holder().person()).toList());
    assertEquals(List.of(Side.EMPLOYEE, Side.MANAGER), owed().stream().map(Owed::side).toList());
    assertTrue(
        owed().stream().allMatch(each -> LocalDate.parse("2026-12-09").equals(each.dueOn())));
    assertTrue(owed().stream().noneMatch(Owed::met));
  }

  @Test
  void whoeverSaysThatItWasHeldOrWhyNotSaysItForBoth() {
    checkIn.hold(FRIDAY, MANAGER, AT);
    assertEquals(List.of(true, true), owed().stream().map(Owed::met).toList());
  }

  @Test
  void nothingIsOwedWhileOneIsAwayAndOnceThePairHasParted() {
    checkIn.pause();
    assertEquals(List.of(), owed());
    checkIn.resume(checkIn.plan().resumed(DAYS, AT));
    assertEquals(2, owed().size());
    checkIn.dissolve(AT);
    assertEquals(List.of(), owed());
  }

  @Test
  void whatIsMissedIsOwedUntilOneOfThemSaysSomethingOrTheyPart() {
    checkIn.miss(AT);
    assertEquals(List.of(false, false), owed().stream().map(Owed::met).toList());
    checkIn.dissolve(AT);
    assertEquals(CheckInState.MISSED, checkIn.state());
    assertEquals(List.of(), owed());
    checkIn.skip("the audit", PERSON, AT);
    assertEquals(List.of(true, true), owed().stream().map(Owed::met).toList());
  }

  private List<Owed> owed() {
    return new DutiesOfCheckIn(checkIn, Map.of(PERSON, "Utrecht")).owed().toList();
  }
}
