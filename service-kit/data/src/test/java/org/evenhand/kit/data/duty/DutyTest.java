package org.evenhand.kit.data.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.SiteCalendar;
import org.evenhand.kit.data.place.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyTest {

  /** Wednesday, 25 November 2026, in the afternoon in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-25T14:00:00Z");

  private static final WorkingDays BERLIN = place("Berlin", "Europe/Berlin", "DE", "BE");

  private static final UUID MAY = new UUID(0, 1);
  private static final UUID MARK = new UUID(0, 2);
  private static final UUID HOPE = new UUID(0, 3);
  private static final UUID BOSS = new UUID(0, 4);
  private static final UUID SUBJECT = new UUID(0, 9);

  private static final Responsibles LINES =
      new Responsibles(
          Map.of(MAY, List.of(MARK, HOPE, BOSS), MARK, List.of(HOPE, BOSS), HOPE, List.of(BOSS)),
          Set.of(),
          Map.of(),
          Map.of(MAY, "care", MARK, "care"));

  private static WorkingDays place(String name, String zone, String country, String region) {
    return WorkingDays.of(
        new SiteCalendar(
            name,
            ZoneId.of(zone),
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            country,
            region,
            List.of()));
  }

  private static Owed owed(TestKind kind, Holder holder, String dueOn) {
    return new Owed(
        kind,
        Side.EMPLOYEE,
        SUBJECT,
        "",
        holder,
        MAY,
        "Berlin",
        dueOn == null ? null : LocalDate.parse(dueOn),
        false);
  }

  private static Duty opened(Owed owed) {
    return Duty.opened(owed, owed.kind().terms(), BERLIN, NOW);
  }

  private static Duty following(Duty duty, Owed owed, Instant now) {
    return duty.following(owed, owed.kind().terms(), BERLIN, now);
  }

  private static Duty moving(Duty duty, Responsibles found) {
    return duty.moving(duty.kind().terms(), BERLIN, duty.course().nextAt(), found);
  }

  /** Moves on until nothing comes by itself any more; one word for each step. */
  private static List<String> path(Duty duty, Responsibles found) {
    List<String> steps = new ArrayList<>();
    Duty at = duty;
    while (at.course().nextAt() != null) {
      at = moving(at, found);
      Holder who = at.course().responsible();
      steps.add(
          at.course().state()
              + (who == null
                  ? ""
                  : who.isVacant()
                      ? " vacant"
                      : " " + (who.role() == null ? who.person() : who.role())));
    }
    return steps;
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-02, 2026-12-02, 2026-12-02T23:00:00Z", // a Wednesday, in winter time
    "2026-11-28, 2026-11-30, 2026-11-30T23:00:00Z", // a Saturday
    "2026-12-25, 2026-12-28, 2026-12-28T23:00:00Z", // Christmas, and the weekend after it
    "2027-03-28, 2027-03-30, 2027-03-30T22:00:00Z", // the clocks change on Easter Sunday
    "2028-02-29, 2028-02-29, 2028-02-29T23:00:00Z", // a leap day
    "2026-11-25, 2026-11-25, 2026-11-25T23:00:00Z", // today
  })
  void aMilestoneEndsWithItsDayAtThePlaceOrTheNextWorkingDay(String day, String due, String at) {
    Duty duty = opened(owed(TestKind.REPORT, Holder.of(MAY), day));

    assertEquals(LocalDate.parse(due), duty.deadline().on());
    assertEquals(Instant.parse(at), duty.deadline().at());
    assertEquals(duty.deadline().at(), duty.course().nextAt());
    assertEquals(DutyState.DUE, duty.course().state());
  }

  @Test
  void withoutAMilestoneTheKindsWorkingDaysCount() {
    assertEquals(
        LocalDate.parse("2026-12-02"),
        opened(owed(TestKind.REPORT, Holder.of(MAY), null)).deadline().on());
  }

  @Test
  void whatIsAskedForAfterItsMilestoneGetsTheDaysOfItsKind() {
    assertEquals(
        LocalDate.parse("2026-12-02"),
        opened(owed(TestKind.REPORT, Holder.of(MAY), "2026-11-24")).deadline().on());
  }

  @Test
  void aDayEndsAtEachPlaceByItself() {
    Owed friday = owed(TestKind.REPORT, Holder.of(MAY), "2026-11-27");
    DutyTerms terms = TestKind.REPORT.terms();

    assertEquals(
        Instant.parse("2026-11-27T10:00:00Z"),
        Duty.opened(friday, terms, place("London, KI", "Pacific/Kiritimati", null, null), NOW)
            .deadline()
            .at());
    assertEquals(
        Instant.parse("2026-11-28T11:00:00Z"),
        Duty.opened(friday, terms, place("Alofi", "Pacific/Niue", null, null), NOW)
            .deadline()
            .at());
    assertEquals(
        Instant.parse("2026-11-28T12:00:00Z"),
        Duty.opened(friday, terms, WorkingDays.unknown(), NOW).deadline().at());
  }

  @Test
  void aLateDutyGoesUpTheLineThenToHrThenToTheLead() {
    Duty duty = opened(owed(TestKind.REPORT, Holder.of(MAY), "2026-11-27"));

    assertEquals(
        List.of("OVERDUE", "ESCALATED " + MARK, "ESCALATED hr", "ESCALATED hr-lead"),
        path(duty, LINES));
  }

  @Test
  void eachStepHasItsWorkingDays() {
    Duty overdue = moving(opened(owed(TestKind.REPORT, Holder.of(MAY), "2026-12-23")), LINES);
    assertEquals(
        Instant.parse("2026-12-28T23:00:00Z"), overdue.course().nextAt(), "after Christmas");

    Duty escalated = moving(overdue, LINES);
    assertEquals(
        Instant.parse("2027-01-04T23:00:00Z"), escalated.course().nextAt(), "after New Year");
  }

  /** SAP KBA 2087266: the role is empty, and the step and all later ones are skipped in silence. */
  @Test
  void aRoleThatIsEmptyIsAStepOfItsOwnAndSkipsNoLaterOneInSilence() {
    Responsibles nobodyServes = new Responsibles(LINES.above(), Set.of(), Map.of(), Map.of());
    Duty duty = opened(owed(TestKind.REPORT, Holder.of(MAY), "2026-11-27"));

    assertEquals(
        List.of("OVERDUE", "ESCALATED " + MARK, "ESCALATED vacant", "ESCALATED hr-lead"),
        path(duty, nobodyServes));
  }

  @Test
  void aDutyThatNobodyHoldsEscalatesAtOnce() {
    Duty vacant = opened(owed(TestKind.REPORT, Holder.VACANT, "2026-12-11"));

    assertEquals(NOW, vacant.course().nextAt());
    assertEquals(
        List.of("ESCALATED " + MARK, "ESCALATED hr", "ESCALATED hr-lead"), path(vacant, LINES));
  }

  @Test
  void whatSomebodyAwayOwesPassesOnAtOnceAndIsNotLate() {
    Responsibles away = new Responsibles(LINES.above(), Set.of(MARK), Map.of(), LINES.hrUnits());
    Duty duty = opened(owed(TestKind.REPORT, Holder.of(MARK), "2026-12-11"));

    Duty passed = duty.moving(duty.kind().terms(), BERLIN, NOW, away);
    assertEquals(Holder.of(HOPE), passed.course().responsible());
    assertFalse(passed.isLate(NOW));
    assertEquals(duty.deadline(), passed.deadline());
    assertEquals(
        Instant.parse("2026-12-16T23:00:00Z"), passed.course().nextAt(), "not before it is late");
  }

  @Test
  void whatADelegateCanDoIsLateLikeTheirs() {
    Responsibles represented =
        new Responsibles(
            LINES.above(), Set.of(MARK), Map.of(MARK, Set.of("REPORT")), LINES.hrUnits());
    Duty duty = opened(owed(TestKind.REPORT, Holder.of(MARK), "2026-12-11"));

    assertEquals(DutyState.OVERDUE, moving(duty, represented).course().state());
  }

  @Test
  void whoeverIsThereAgainWhenItWouldPassOnHasUntilItsDay() {
    Duty duty = opened(owed(TestKind.REPORT, Holder.of(MARK), "2026-12-11"));

    Duty asBefore = duty.moving(duty.kind().terms(), BERLIN, NOW, LINES);

    assertEquals(DutyState.DUE, asBefore.course().state());
    assertEquals(duty.deadline().at(), asBefore.course().nextAt());
  }

  @Test
  void whatSomebodyOwesAboutThemselfWaitsForThem() {
    Responsibles away = new Responsibles(LINES.above(), Set.of(MAY), Map.of(), LINES.hrUnits());
    Duty duty = opened(owed(TestKind.REPORT, Holder.of(MAY), "2026-12-11"));

    assertEquals(DutyState.OVERDUE, moving(duty, away).course().state());
  }

  @Test
  void whatHasGoneAllTheWayBeforeItsDayIsToldOnceMoreWhenItIsLate() {
    Responsibles nobody = new Responsibles(Map.of(), Set.of(), Map.of(), Map.of());
    Duty duty = opened(owed(TestKind.DECISION, Holder.VACANT, "2026-12-11"));

    Duty atTheEnd = duty.moving(duty.kind().terms(), BERLIN, NOW, nobody);
    assertEquals(Holder.role("hr-lead", null), atTheEnd.course().responsible());
    assertEquals(duty.deadline().at(), atTheEnd.course().nextAt());
    Duty late = moving(atTheEnd, nobody);
    assertTrue(late.isLate(duty.deadline().at()));
    assertEquals(atTheEnd.version() + 1, late.version());
    assertNull(late.course().nextAt());
  }

  @Test
  void whomItConcernsNeverLooksAfterIt() {
    Responsibles turned =
        new Responsibles(Map.of(MARK, List.of(MAY, BOSS)), Set.of(), Map.of(), Map.of());
    Duty duty = opened(owed(TestKind.REPORT, Holder.of(MARK), "2026-11-27"));

    assertEquals(
        List.of("OVERDUE", "ESCALATED " + BOSS, "ESCALATED vacant", "ESCALATED hr-lead"),
        path(duty, turned));
  }

  @Test
  void doneInTimeIsNotLateAndDoneLateStaysLate() {
    Owed owed = owed(TestKind.REPORT, Holder.of(MAY), "2026-11-27");
    Duty inTime = following(opened(owed), owed.metIf(true), NOW.plusSeconds(60));
    Instant later = Instant.parse("2026-12-04T12:00:00Z");
    Duty late = following(moving(opened(owed), LINES), owed.metIf(true), later);

    assertEquals(DutyState.DONE, inTime.course().state());
    assertFalse(inTime.isLate(Instant.MAX));
    assertEquals(DutyState.DONE, late.course().state());
    assertTrue(late.isLate(Instant.MAX));
    assertNull(late.course().nextAt());
  }

  @Test
  void aDateThatMovesForwardShortensNothing() {
    Duty duty = opened(owed(TestKind.REPORT, Holder.of(MAY), "2026-12-11"));

    assertSame(duty, following(duty, owed(TestKind.REPORT, Holder.of(MAY), "2026-12-04"), NOW));
    assertEquals(
        LocalDate.parse("2026-12-18"),
        following(duty, owed(TestKind.REPORT, Holder.of(MAY), "2026-12-18"), NOW).deadline().on());
  }

  @Test
  void aLaterDateTakesALateDutyBack() {
    Duty escalated =
        moving(moving(opened(owed(TestKind.REPORT, Holder.of(MAY), "2026-11-27")), LINES), LINES);
    Duty extended =
        following(
            escalated,
            owed(TestKind.REPORT, Holder.of(MAY), "2026-12-18"),
            Instant.parse("2026-12-03T12:00:00Z"));

    assertEquals(DutyState.DUE, extended.course().state());
    assertNull(extended.course().responsible());
    assertEquals(extended.deadline().at(), extended.course().nextAt());
    assertEquals(escalated.version() + 1, extended.version());
  }

  @Test
  void whoeverTakesOverTakesTheDateToo() {
    Duty vacant = opened(owed(TestKind.REPORT, Holder.VACANT, "2026-12-11"));
    Duty held =
        following(moving(vacant, LINES), owed(TestKind.REPORT, Holder.of(HOPE), "2026-12-11"), NOW);

    assertEquals(Holder.of(HOPE), held.holder());
    assertEquals(DutyState.DUE, held.course().state());
    assertEquals(vacant.deadline().at(), held.course().nextAt());
  }

  @Test
  void whatComesUpAgainIsOwedAgainWithNewTime() {
    Owed owed = owed(TestKind.REPORT, Holder.of(MAY), "2026-11-27");
    Duty done = following(opened(owed), owed.metIf(true), NOW);
    Instant later = Instant.parse("2026-12-07T09:00:00Z");
    Duty again = following(done, owed, later);

    assertEquals(done.id(), again.id());
    assertEquals(done.version() + 1, again.version());
    assertEquals(DutyState.DUE, again.course().state());
    assertEquals(LocalDate.parse("2026-12-14"), again.deadline().on());
    assertNull(again.course().closedAt());
  }

  @Test
  void whatIsWaivedIsAsLateAsItWasAndStaysWaivedForWhoeverOwedIt() {
    Owed owed = owed(TestKind.REPORT, Holder.of(MAY), "2026-11-27");
    Duty inTime = opened(owed).waived(NOW);
    Instant later = Instant.parse("2026-12-04T12:00:00Z");
    Duty late = moving(opened(owed), LINES).waived(later);

    assertEquals(DutyState.WAIVED, inTime.course().state());
    assertFalse(inTime.isLate(Instant.MAX));
    assertTrue(late.isLate(Instant.MAX));
    assertNull(inTime.course().nextAt());
    assertSame(inTime, following(inTime, owed, later));
    assertSame(inTime, following(inTime, owed.metIf(true), later));
    assertSame(inTime, inTime.lapsed(later));
    assertSame(
        inTime, following(inTime, owed(TestKind.REPORT, Holder.VACANT, "2026-12-18"), later));
    Duty ofHope = following(inTime, owed(TestKind.REPORT, Holder.of(HOPE), "2026-12-18"), later);
    assertEquals(DutyState.DUE, ofHope.course().state());
    assertEquals(Holder.of(HOPE), ofHope.holder());
  }

  @Test
  void whoOwesItByRoleHasToBeAbleToDoItAndWhoLooksAfterItToKnowOfIt() {
    Duty due = opened(owed(TestKind.DECISION, Holder.role("hr", "care"), "2026-11-27"));
    Duty late = moving(moving(due, LINES), LINES);
    Worker hr = new Worker(HOPE, Set.of("hr"), Set.of("care"), Map.of(), Set.of());
    Worker elsewhere = new Worker(HOPE, Set.of("hr"), Set.of("board"), Map.of(), Set.of());
    Worker lead = new Worker(BOSS, Set.of("hr-lead"), Set.of(), Map.of(), Set.of());
    Map<UUID, Set<String>> able = Map.of(SUBJECT, Set.of("doDECISION"));
    Map<UUID, Set<String>> knowing = Map.of(SUBJECT, Set.of("read"));
    Map<UUID, Set<String>> hidden = Map.of(SUBJECT, Set.of());

    assertTrue(due.isOpenTo(hr, able));
    assertTrue(due.isOpenTo(hr, Map.of()), "of which the rule says nothing");
    assertFalse(due.isOpenTo(hr, knowing));
    assertFalse(due.isOpenTo(elsewhere, able));
    assertFalse(due.isOpenTo(lead, able));
    assertTrue(late.isOpenTo(lead, knowing));
    assertFalse(late.isOpenTo(lead, hidden));
    assertFalse(late.isOpenTo(hr, knowing));
  }

  @Test
  void whatNoLongerConcernsAnybodyLapses() {
    Duty duty = opened(owed(TestKind.DECISION, Holder.role("hr", "care"), null));
    List<Duty> changed =
        new Duties.Comparison(Charter.NONE, Map.of("Berlin", BERLIN), NOW)
            .of(List.of(), List.of(duty));

    assertEquals(
        List.of(DutyState.LAPSED), changed.stream().map(each -> each.course().state()).toList());
  }

  @Test
  void whatWasDoneBeforeAnybodyWaitedIsNoDuty() {
    assertEquals(
        List.of(),
        new Duties.Comparison(Charter.NONE, Map.of("Berlin", BERLIN), NOW)
            .of(List.of(owed(TestKind.REPORT, Holder.of(MAY), null).metIf(true)), List.of()));
  }
}
