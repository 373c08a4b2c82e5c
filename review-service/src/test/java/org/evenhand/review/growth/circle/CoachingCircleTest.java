package org.evenhand.review.growth.circle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

/** What follows from who is in a circle. */
class CoachingCircleTest {

  private static final UUID FOUNDER = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);
  private static final UUID THIRD = new UUID(0, 3);
  private static final UUID FOURTH = new UUID(0, 4);
  private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");
  private static final Instant MEETING = Instant.parse("2027-01-12T09:00:00Z");

  private final CoachingCircle circle =
      new CoachingCircle(
          UUID.randomUUID(),
          "a theme",
          Stream.of(FOUNDER, SECOND, THIRD, FOURTH).map(each -> Member.invited(each, 0)).toList(),
          AT);

  @Test
  void itIsActiveFromThreeOnAndPausedUnderThree() {
    circle.join(SECOND, AT);
    assertEquals(CircleState.FORMING, circle.state());
    circle.join(THIRD, AT);
    assertEquals(CircleState.ACTIVE, circle.state());
    circle.plan(MEETING);
    circle.leave(SECOND, AT);
    assertEquals(CircleState.PAUSED, circle.state());
    assertEquals(Optional.empty(), circle.nextMeeting());
    circle.join(FOURTH, AT);
    assertEquals(CircleState.ACTIVE, circle.state());
  }

  @Test
  void whenTheLastHasLeftItIsClosed() {
    circle.leave(FOUNDER, AT);
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
    circle.follow(Set.of(), Set.of(THIRD, FOURTH), AT);
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
    circle.follow(Set.of(FOUNDER, SECOND, THIRD, FOURTH), Set.of(), AT);
    assertEquals(CircleState.CLOSED, circle.state());
  }

  @Test
  void whoeverComesLaterBeginsWhereTheLeastBurdenedIs() {
    active();
    met();
    circle.join(FOURTH, MEETING);
    assertEquals(List.of(3, 7, 7, 3), burdens());
    assertEquals(1, circle.meetingsHeld());
  }

  @Test
  void thoseWhoWereMembersOnItsDayHaveMetWhoeverLeavesOrComesBeforeItIsRecorded() {
    active();
    circle.plan(MEETING);
    circle.leave(SECOND, MEETING.plusSeconds(60));
    assertEquals(CircleState.PAUSED, circle.state());
    assertEquals(Optional.of(MEETING), circle.nextMeeting());
    circle.join(FOURTH, MEETING.plusSeconds(90));
    circle.require(CircleStep.MEETING);
    circle.met(member -> member.met(7, true));
    assertEquals(List.of(7, 7, 0), burdens());
    assertEquals(1, circle.meetingsHeld());
  }

  @Test
  void aPausedOneRecordsWhatTookPlaceBefore() {
    active();
    circle.plan(MEETING);
    circle.leave(SECOND, MEETING.plusSeconds(60));
    circle.require(CircleStep.MEETING);
    circle.require(CircleStep.CANCELLATION);
    circle.met(member -> member.met(1, false));
    assertEquals(1, circle.meetingsHeld());
  }

  @Test
  void nothingIsLeftOfAMeetingThatWasRecordedByMistake() {
    active();
    met();
    circle.plan(MEETING.plusSeconds(60));
    circle.met(member -> member.met(10, true));
    circle.join(FOURTH, MEETING.plusSeconds(90));
    circle.takeBackLast();
    assertEquals(List.of(3, 7, 7, 13), burdens());
    assertTrue(circle.members().stream().noneMatch(Member::wasInNight));
    assertEquals(1, circle.meetingsHeld());
    assertEquals(Optional.empty(), circle.lastMeeting());
  }

  @Test
  void theyStandInTheOrderInWhichTheyJoined() {
    circle.join(THIRD, AT);
    circle.join(SECOND, AT);
    assertEquals(
        List.of(FOUNDER, THIRD, SECOND, FOURTH),
        circle.members().stream().map(Member::employeeId).toList());
  }

  @Test
  void whoeverHadToLeaveCanBeAskedAnewOnceTheLineIsGone() {
    active();
    circle.follow(Set.of(), Set.of(THIRD), AT);
    circle.invite(Member.invited(THIRD, 0));
    assertEquals(Optional.of(Membership.INVITED), circle.membership(THIRD));
    assertEquals(4, circle.members().size());
  }

  private void met() {
    circle.plan(MEETING);
    circle.met(member -> member.met(member.employeeId().equals(FOUNDER) ? 3 : 7, false));
  }

  private List<Integer> burdens() {
    return circle.members().stream().filter(Member::hasJoined).map(Member::burden).toList();
  }

  private void active() {
    circle.join(SECOND, AT);
    circle.join(THIRD, AT);
  }
}
