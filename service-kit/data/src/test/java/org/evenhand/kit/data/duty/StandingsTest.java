package org.evenhand.kit.data.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.place.WorkingDays;
import org.junit.jupiter.api.Test;

/** May works for Mark, Mark for Boss; Peer, in another unit, owes a report about May. */
class StandingsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T14:00:00Z");

  private static final UUID MAY = new UUID(0, 1);
  private static final UUID MARK = new UUID(0, 2);
  private static final UUID BOSS = new UUID(0, 3);
  private static final UUID PEER = new UUID(0, 4);
  private static final UUID HOPE = new UUID(0, 5);
  private static final UUID SUBJECT = new UUID(0, 9);

  private static final Map<UUID, String> UNITS = Map.of(MAY, "care", PEER, "lab");

  private static Duty duty(TestKind kind, Holder holder) {
    Owed owed =
        new Owed(
            kind,
            Side.EMPLOYEE,
            SUBJECT,
            "",
            holder,
            MAY,
            null,
            LocalDate.parse("2026-11-27"),
            false);
    return Duty.opened(owed, kind.terms(), WorkingDays.unknown(), NOW);
  }

  private static final Duty REPORT = duty(TestKind.REPORT, Holder.of(PEER));
  private static final Duty DECISION = duty(TestKind.DECISION, Holder.of(PEER));

  private static Worker worker(UUID person, Set<String> roles, Set<String> units, UUID... above) {
    Set<UUID> closed =
        Stream.concat(Stream.of(person), Stream.of(above)).collect(Collectors.toSet());
    return new Worker(person, roles, units, Map.of(), closed);
  }

  private static Standing at(Duty duty, Worker worker, Set<UUID> below) {
    return new Standings.Look(worker, lines(worker, below), UNITS, Map.of()).at(duty);
  }

  private static Standings.Lines lines(Worker worker, Set<UUID> below) {
    return new Standings.Lines(worker.person(), below, Map.of());
  }

  @Test
  void thoseAboveThePersonConcernedAndTheirHrAreOfASide() {
    Worker mark = worker(MARK, Set.of("manager"), Set.of(), BOSS);

    assertEquals(Standing.MANAGER, at(REPORT, mark, Set.of(MAY)));
    assertEquals(Standing.HR, at(REPORT, worker(HOPE, Set.of("hr"), Set.of("care")), Set.of()));
    assertEquals(Standing.HR, at(REPORT, worker(HOPE, Set.of("hr"), Set.of("lab")), Set.of()));
    assertEquals(Standing.HR, at(REPORT, worker(HOPE, Set.of("hr-lead"), Set.of()), Set.of()));
  }

  @Test
  void nobodyElseKnowsOfIt() {
    assertEquals(
        Standing.UNKNOWN, at(REPORT, worker(HOPE, Set.of("hr"), Set.of("kitchen")), Set.of()));
    assertEquals(
        Standing.UNKNOWN, at(REPORT, worker(HOPE, Set.of("employee"), Set.of("care")), Set.of()));
    // who is above the one who owes it, and not above whom it concerns
    assertEquals(
        Standing.UNKNOWN, at(REPORT, worker(HOPE, Set.of("manager"), Set.of()), Set.of(PEER)));
    // of what their rule doesn't let a role know
    assertEquals(
        Standing.UNKNOWN,
        new Standings.Look(
                worker(HOPE, Set.of("hr-lead"), Set.of()),
                lines(worker(HOPE, Set.of("hr-lead"), Set.of()), Set.of()),
                UNITS,
                Map.of(SUBJECT, Set.of()))
            .at(REPORT));
  }

  @Test
  void theOwnRecordTheOwnChainAndTheOwnPeopleAreClosed() {
    Set<String> hr = Set.of("hr", "hr-lead", "manager");

    assertEquals(Standing.BARRED, at(REPORT, worker(PEER, hr, Set.of("care")), Set.of(MAY)));
    assertEquals(Standing.UNKNOWN, at(REPORT, worker(MAY, hr, Set.of("care"), MARK), Set.of()));
    // whose manager it concerns, and whose manager owes it
    assertEquals(Standing.UNKNOWN, at(REPORT, worker(HOPE, hr, Set.of("care"), MAY), Set.of()));
    assertEquals(Standing.UNKNOWN, at(REPORT, worker(HOPE, hr, Set.of("care"), PEER), Set.of()));
    // HR whose own person owes it, and whose own person it concerns: they are a manager then
    assertEquals(Standing.UNKNOWN, at(REPORT, worker(HOPE, hr, Set.of("care")), Set.of(PEER)));
    assertEquals(Standing.MANAGER, at(REPORT, worker(HOPE, hr, Set.of("care")), Set.of(MAY)));
  }

  @Test
  void whoeverActsForTheHolderOrHoldsTheRoleOwesIt() {
    Worker delegate =
        new Worker(
            HOPE, Set.of("hr-lead"), Set.of("care"), Map.of(PEER, Set.of("REPORT")), Set.of(HOPE));

    assertEquals(Standing.BARRED, at(REPORT, delegate, Set.of()));
    assertEquals(
        Standing.BARRED,
        at(
            duty(TestKind.REPORT, Holder.role("hr", "care")),
            worker(HOPE, Set.of("hr"), Set.of("care")),
            Set.of()));
  }

  @Test
  void ofWhatHasToBeDoneOnlyThoseKnowWhoLookAfterIt() {
    Worker mark = worker(MARK, Set.of("manager"), Set.of(), BOSS);
    Worker lead = worker(HOPE, Set.of("hr-lead"), Set.of());
    Responsibles nobody = new Responsibles(Map.of(), Set.of(), Map.of(), Map.of());
    Duty late = DECISION;
    while (late.course().responsible() == null) {
      late =
          late.moving(
              TestKind.DECISION.terms(), WorkingDays.unknown(), late.course().nextAt(), nobody);
    }

    assertEquals(Standing.UNKNOWN, at(DECISION, mark, Set.of(MAY)));
    assertEquals(Standing.UNKNOWN, at(DECISION, lead, Set.of()));
    assertEquals(Standing.HR, at(late, lead, Set.of()));
  }

  @Test
  void oneOfTheTwoIsOfHr() {
    for (Standing any : List.of(Standing.UNKNOWN, Standing.BARRED)) {
      assertFalse(any.canFollow(Side.HR));
    }
    assertTrue(Standing.HR.canFollow(Side.HR));
    assertTrue(Standing.HR.canFollow(Side.MANAGER));
    assertTrue(Standing.MANAGER.canFollow(Side.HR));
    assertFalse(Standing.MANAGER.canFollow(Side.MANAGER));
  }
}
