package org.evenhand.review.growth.goal.work;

import static org.evenhand.review.growth.goal.Goals.AT;
import static org.evenhand.review.growth.goal.Goals.MANAGER;
import static org.evenhand.review.growth.goal.Goals.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.SiteCalendar;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalState;
import org.evenhand.review.growth.goal.Goals;
import org.evenhand.review.growth.moved.Presence;
import org.evenhand.review.growth.moved.Presence.Change;
import org.junit.jupiter.api.Test;

/** What becomes of a goal as its person comes, goes and moves. */
class StandingTest {

  private static final Presence HERE = new Presence(false, List.of(), 0);
  private static final UUID NEXT = new UUID(0, 3);

  private static final Instant LATER = AT.plus(Duration.ofDays(60));

  private final Goal goal = Goals.agreed();

  @Test
  void aLeaveBetweenTwoLooksIsKnownByItsDays() {
    Standing back =
        standing(
            false,
            new Change(EmploymentStatus.ON_LEAVE, TODAY.plusDays(30)),
            new Change(EmploymentStatus.ACTIVE, TODAY.plusDays(50)));

    assertEquals(List.of("leave-began", "leave-ended"), back.follow(goal, LATER));
    assertEquals(TODAY.plusDays(30) + "/" + TODAY.plusDays(50), Goals.absence(goal));
    assertTrue(goal.isOfAbsence());
    assertEquals(List.of(), standing(false).follow(goal, LATER));
  }

  @Test
  void aLeaveFromBeforeTheGoalConcernsItNot() {
    standing(
            false,
            new Change(EmploymentStatus.ON_LEAVE, TODAY.minusDays(30)),
            new Change(EmploymentStatus.ACTIVE, TODAY.minusDays(5)))
        .follow(goal, AT);

    assertEquals("none", Goals.absence(goal));
    assertFalse(goal.isOfAbsence());
  }

  @Test
  void whoIsAwayWithoutAWordOnItIsAwaySinceToday() {
    assertEquals(List.of("leave-began"), standing(true).follow(goal, AT));
    assertEquals(WorkingDays.unknown().today(AT) + "/null", Goals.absence(goal));
  }

  @Test
  void whatEndsEndsOnTheDayOfThePlace() {
    WorkingDays auckland =
        WorkingDays.of(
            new SiteCalendar(
                "Auckland", ZoneId.of("Pacific/Auckland"), Set.of(), null, null, List.of()));
    Instant evening = Instant.parse("2027-06-30T13:00:00Z");
    Standing gone = new Standing(true, MANAGER, HERE, auckland);

    assertEquals(List.of(), gone.follow(goal, evening));
    assertEquals(GoalState.DROPPED, goal.state());
    assertEquals(Optional.of(LocalDate.parse("2027-07-01")), goal.closedOn());
    assertTrue(gone.isLate(goal, evening));
    assertFalse(standing(false).isLate(goal, evening), "it isn't over everywhere");
  }

  @Test
  void whoeverIsNewIsNoted() {
    Standing moved = new Standing(false, NEXT, HERE, WorkingDays.unknown());

    assertEquals(List.of("manager-changed"), moved.follow(goal, AT));
    assertTrue(goal.managerChanged());
  }

  private static Standing standing(boolean away, Change... changes) {
    return new Standing(
        false,
        MANAGER,
        new Presence(away, List.of(changes), changes.length),
        WorkingDays.unknown());
  }
}
