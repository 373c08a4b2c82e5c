package org.evenhand.review.growth.circle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

/** What follows from who is in a circle. */
class CoachingCircleTest {

  private static final UUID FOUNDER = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);
  private static final UUID THIRD = new UUID(0, 3);
  private static final UUID FOURTH = new UUID(0, 4);

  private final CoachingCircle circle =
      new CoachingCircle(UUID.randomUUID(), "a theme", FOUNDER, List.of(SECOND, THIRD, FOURTH));

  @Test
  void itIsActiveFromThreeOnAndPausedUnderThree() {
    circle.join(SECOND);
    assertEquals(CircleState.FORMING, circle.state());
    circle.join(THIRD);
    assertEquals(CircleState.ACTIVE, circle.state());
    circle.plan(Instant.parse("2027-01-12T09:00:00Z"));
    circle.leave(SECOND);
    assertEquals(CircleState.PAUSED, circle.state());
    assertEquals(Optional.empty(), circle.nextMeeting());
    circle.join(FOURTH);
    assertEquals(CircleState.ACTIVE, circle.state());
  }

  @Test
  void whenTheLastHasLeftItIsClosed() {
    circle.leave(FOUNDER);
    assertEquals(CircleState.CLOSED, circle.state());
    assertThrows(Problem.class, () -> circle.require(CircleStep.JOINING));
  }

  @Test
  void anActiveOneIsNobodysToClose() {
    active();
    assertThrows(Problem.class, () -> circle.require(CircleStep.CLOSING));
    assertTrue(circle.open(Membership.JOINED).stream().noneMatch("closeCircle"::equals));
  }

  @Test
  void whoeverALineHasComeToTakesPartNoMoreAndWhoeverOnlyWasAskedIsAskedNoMore() {
    active();
    circle.follow(Set.of(), Set.of(THIRD, FOURTH));
    assertEquals(CircleState.PAUSED, circle.state());
    assertEquals(Optional.of(Membership.IN_LINE), circle.membership(THIRD));
    assertEquals(
        List.of(), circle.open(Membership.IN_LINE).stream().filter("joinCircle"::equals).toList());
    assertEquals(Optional.empty(), circle.membership(FOURTH));
    assertEquals(2, circle.size());
  }

  @Test
  void allOfAnActiveOneMayBeGoneAtOnce() {
    active();
    circle.follow(Set.of(FOUNDER, SECOND, THIRD, FOURTH), Set.of());
    assertEquals(CircleState.CLOSED, circle.state());
  }

  @Test
  void whoeverComesLaterBeginsWhereTheLeastBurdenedIs() {
    active();
    circle.met(member -> member.met(member.employeeId().equals(FOUNDER) ? 3 : 7, false));
    circle.join(FOURTH);
    assertEquals(List.of(3, 7, 7, 3), circle.members().stream().map(Member::burden).toList());
    assertEquals(1, circle.meetingsHeld());
  }

  private void active() {
    circle.join(SECOND);
    circle.join(THIRD);
  }
}
