package org.evenhand.review.directory.orgrules;

import static org.evenhand.review.directory.orgrules.OrgRows.action;
import static org.evenhand.review.directory.orgrules.OrgRows.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.ViolationCode;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.junit.jupiter.api.Test;

class UpsertingTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final UUID MANAGER = UUID.randomUUID();

  private final Map<String, Employee> known = new HashMap<>();

  @Test
  void hiresWhoeverIsUnknownAndThenSaysNothingNew() {
    OrgRows row = told("E1").with("hiredOn", "2019-05-01").with("employmentStatus", "ACTIVE");

    assertEquals(Effect.CREATED, take(row, MANAGER));

    assertEquals(LocalDate.of(2019, 5, 1), employee().hiredOn());
    assertEquals(LocalDate.of(2019, 5, 1), employee().main().startedOn());
    assertEquals(Optional.of(MANAGER), employee().main().lineManagerId());
    assertEquals(Effect.UNCHANGED, take(row, MANAGER));
    assertEquals(Effect.UNCHANGED, take(row.with("action", "UPSERT"), MANAGER));
  }

  @Test
  void hiresFromTheDayThatTheRowTellsElseFromToday() {
    take(told("E1").with("effectiveFrom", "2024-02-01"), null);
    assertEquals(LocalDate.of(2024, 2, 1), employee().hiredOn());

    known.clear();
    take(told("E1"), null);
    assertEquals(TODAY, employee().hiredOn());
  }

  @Test
  void needsADescriptionOfSomebodyUnknownAlone() {
    RowRefused refused =
        assertThrows(
            RowRefused.class,
            () -> take(told("E1").without("orgUnit").without("country"), MANAGER));

    var fault = refused.at(told("E1").row().sent());
    assertEquals(ViolationCode.REQUIRED, fault.code());
    assertEquals("orgUnit", fault.column());
    assertTrue(fault.detail().endsWith("so are country"), fault.detail());
    take(told("E1"), MANAGER);
    assertEquals(Effect.UNCHANGED, take(told("E1").without("orgUnit"), MANAGER));
  }

  @Test
  void changesWhatIsTold() {
    take(told("E1").with("hiredOn", "2019-05-01"), MANAGER);

    assertEquals(
        Effect.CHANGED, take(told("E1").with("jobLevel", "L5").with("givenName", "Anne"), MANAGER));

    assertEquals("L5", employee().main().position().jobLevel());
    assertEquals("Anne", employee().person().givenName());
    assertEquals(TODAY, employee().main().changedOn());
  }

  @Test
  void correctsTheDayOfTheHire() {
    take(told("E1").with("hiredOn", "2019-05-01"), MANAGER);
    OrgRows corrected = told("E1").with("hiredOn", "2019-06-01");

    assertEquals(Effect.CHANGED, take(corrected, MANAGER));
    assertEquals(LocalDate.of(2019, 6, 1), employee().hiredOn());
    assertEquals(Effect.UNCHANGED, take(corrected, MANAGER));
  }

  @Test
  void refusesAChangeOfADayBeforeTheLastOne() {
    take(told("E1").with("hiredOn", "2019-05-01"), MANAGER);
    take(told("E1").with("jobLevel", "L5").with("effectiveFrom", "2026-06-01"), MANAGER);

    assertEquals(
        "effectiveFrom",
        refusedColumn(told("E1").with("jobLevel", "L4").with("effectiveFrom", "2026-05-31")));
  }

  @Test
  void endsTheEmploymentOfWhoeverHasLeftAndBringsBackWhoeverWorksHereAgain() {
    take(told("E1").with("hiredOn", "2019-05-01"), MANAGER);
    OrgRows gone = told("E1").with("employmentStatus", "TERMINATED");

    assertEquals(Effect.CHANGED, take(gone, MANAGER));
    assertEquals(Optional.of(TODAY), employee().terminatedOn());
    assertEquals(Effect.UNCHANGED, take(gone, MANAGER));
    assertEquals(Effect.UNCHANGED, take(gone.with("effectiveFrom", "2026-01-31"), MANAGER));

    assertEquals("employmentStatus", refusedColumn(told("E1")));
    OrgRows back = told("E1").with("employmentStatus", "ON_LEAVE").with("hiredOn", "2019-05-01");
    assertEquals(Effect.CHANGED, take(back, null));
    assertEquals(EmploymentStatus.ON_LEAVE, employee().status());
    assertEquals(Optional.empty(), employee().main().lineManagerId());
    assertEquals(Effect.UNCHANGED, take(back, null));
  }

  @Test
  void dulyEndsAnEmploymentOnTheDayThatIsTold() {
    take(told("E1").with("hiredOn", "2019-05-01"), MANAGER);

    take(
        told("E1").with("employmentStatus", "TERMINATED").with("effectiveFrom", "2026-10-01"),
        MANAGER);

    assertEquals(Optional.of(LocalDate.of(2026, 10, 1)), employee().terminatedOn());
  }

  @Test
  void knowsNothingOfLeaversWhoWereNeverHere() {
    assertEquals(
        Effect.UNCHANGED, take(told("E1").with("employmentStatus", "TERMINATED"), MANAGER));
    assertTrue(known.isEmpty());
  }

  @Test
  void addsAnAssignmentAndBeginsAnEndedOneAnew() {
    take(told("E1").with("assignmentId", "A1").with("hiredOn", "2019-05-01"), MANAGER);
    OrgRows further = told("E1").with("assignmentId", "A2").with("familyName", "Bell");

    assertEquals(Effect.CREATED, take(further, MANAGER));
    assertEquals(TODAY, employee().assignment(Optional.of("A2")).orElseThrow().startedOn());
    assertEquals("Bell", employee().person().familyName());
    assertEquals(Effect.UNCHANGED, take(further, MANAGER));

    take(
        action("TERMINATE", "E1").with("assignmentId", "A2").with("effectiveFrom", "2026-11-22"),
        null);
    assertEquals(Effect.CHANGED, take(further, MANAGER));
    assertTrue(employee().assignment(Optional.of("A2")).orElseThrow().open());
    assertEquals(Effect.UNCHANGED, take(further, MANAGER));
  }

  @Test
  void addsADottedLineAfterTheLineItself() {
    OrgRows dotted = told("E1").with("relationship", "DOTTED").with("managerExternalId", "M1");

    assertEquals("relationship", refusedColumn(dotted));
    take(told("E1"), null);
    assertEquals(Effect.CHANGED, take(dotted, MANAGER));
    assertEquals(Optional.of(MANAGER), employee().main().dottedManagerId());
    assertEquals(Effect.UNCHANGED, take(dotted, MANAGER));
  }

  private Effect take(OrgRows row, UUID manager) {
    return OrgRule.take(known, UUID.randomUUID(), row.row(), manager, NOW);
  }

  private String refusedColumn(OrgRows row) {
    return assertThrows(RowRefused.class, () -> take(row, MANAGER)).column();
  }

  private Employee employee() {
    return known.get("E1");
  }
}
