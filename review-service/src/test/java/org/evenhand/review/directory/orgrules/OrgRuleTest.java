package org.evenhand.review.directory.orgrules;

import static org.evenhand.review.directory.orgrules.OrgRows.action;
import static org.evenhand.review.directory.orgrules.OrgRows.hire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.junit.jupiter.api.Test;

class OrgRuleTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID MANAGER = UUID.randomUUID();

  private final Map<String, Employee> known = new HashMap<>();

  @Test
  void hiresSomebodyNew() {
    assertEquals(Effect.CREATED, take(hire("E1"), MANAGER));

    Employee hired = employee();
    assertEquals(EmploymentStatus.ACTIVE, hired.status());
    assertEquals(LocalDate.of(2020, 1, 1), hired.hiredOn());
    assertEquals(Optional.of(MANAGER), hired.main().lineManagerId());
    assertEquals("E1", hired.main().assignmentId());
  }

  @Test
  void changesNothingByTheSameRowAgain() {
    take(hire("E1"), MANAGER);

    assertEquals(Effect.UNCHANGED, take(hire("E1"), MANAGER));
  }

  @Test
  void neverAltersAnybodyByAHire() {
    take(hire("E1"), MANAGER);

    assertEquals("jobLevel", refusedColumn(hire("E1").with("jobLevel", "L5"), MANAGER));
    assertEquals("givenName", refusedColumn(hire("E1").with("givenName", "Anne"), MANAGER));
    assertEquals("managerExternalId", refusedColumn(hire("E1"), UUID.randomUUID()));
    assertEquals(
        "effectiveFrom", refusedColumn(hire("E1").with("effectiveFrom", "2021-01-01"), MANAGER));
    assertEquals("L4", employee().main().position().jobLevel());
  }

  @Test
  void addsAFurtherAssignmentByAHire() {
    take(hire("E1").with("assignmentId", "A2"), MANAGER);

    Effect effect =
        take(
            hire("E1")
                .with("assignmentId", "A1")
                .with("orgUnit", "board")
                .with("effectiveFrom", "2018-01-01"),
            MANAGER);

    assertEquals(Effect.CREATED, effect);
    assertEquals("A1", employee().main().assignmentId(), "the oldest stands for the person");
    assertEquals(LocalDate.of(2018, 1, 1), employee().hiredOn());
  }

  @Test
  void addsADottedLineOnlyAfterTheLineItself() {
    OrgRows dotted = hire("E1").with("relationship", "DOTTED");

    assertEquals("relationship", refusedColumn(dotted, MANAGER));
    take(hire("E1"), null);
    assertEquals(Effect.CHANGED, take(dotted, MANAGER));
    assertEquals(Optional.of(MANAGER), employee().main().dottedManagerId());
    assertEquals(Optional.empty(), employee().main().lineManagerId());
    assertEquals(Effect.UNCHANGED, take(dotted, MANAGER));
  }

  @Test
  void changesWhatARowTellsAndKeepsTheRest() {
    take(hire("E1"), MANAGER);

    assertEquals(Effect.CHANGED, take(action("CHANGE", "E1").with("jobLevel", "L5"), null));

    assertEquals("L5", employee().main().position().jobLevel());
    assertEquals("care", employee().main().position().orgUnit());
    assertEquals(Optional.of(MANAGER), employee().main().lineManagerId());
  }

  @Test
  void refusesAChangeThatIsOlderThanTheRecord() {
    take(hire("E1"), MANAGER);
    take(action("CHANGE", "E1").with("jobLevel", "L5"), null);
    OrgRows older =
        action("CHANGE", "E1").with("jobLevel", "L4").with("effectiveFrom", "2025-12-31");

    assertEquals("effectiveFrom", refusedColumn(older, null));
  }

  @Test
  void endsOneAssignmentAndWithTheLastTheEmployment() {
    take(hire("E1").with("assignmentId", "A1"), MANAGER);
    take(hire("E1").with("assignmentId", "A2").with("effectiveFrom", "2021-01-01"), MANAGER);

    take(action("TERMINATE", "E1").with("assignmentId", "A1"), null);
    assertEquals(EmploymentStatus.ACTIVE, employee().status());
    assertEquals("A2", employee().main().assignmentId());

    take(action("TERMINATE", "E1").with("assignmentId", "A2"), null);
    assertEquals(EmploymentStatus.TERMINATED, employee().status());
    assertEquals(Optional.of(LocalDate.of(2026, 1, 1)), employee().terminatedOn());
    assertNotNull(employee().main());
  }

  @Test
  void refusesThatSomebodyLeavesBeforeTheyCame() {
    take(hire("E1"), MANAGER);

    assertEquals(
        "effectiveFrom",
        refusedColumn(action("TERMINATE", "E1").with("effectiveFrom", "2019-12-31"), null));
  }

  @Test
  void bringsSomebodyBackByARehireOnly() {
    take(hire("E1"), MANAGER);
    take(action("TERMINATE", "E1"), null);
    OrgRows back = hire("E1").with("effectiveFrom", "2026-06-01").with("jobLevel", "L6");

    assertEquals("action", refusedColumn(back, MANAGER));
    assertEquals(Effect.CHANGED, take(back.with("action", "REHIRE"), MANAGER));

    assertEquals(EmploymentStatus.ACTIVE, employee().status());
    assertEquals(LocalDate.of(2026, 6, 1), employee().hiredOn());
    assertEquals("L6", employee().main().position().jobLevel());
    assertTrue(employee().terminatedOn().isEmpty());
    assertEquals(Effect.UNCHANGED, take(back, MANAGER));
  }

  @Test
  void refusesARehireBeforeTheEnd() {
    take(hire("E1"), MANAGER);
    take(action("TERMINATE", "E1"), null);

    assertEquals("effectiveFrom", refusedColumn(hire("E1").with("action", "REHIRE"), MANAGER));
    assertFalse(employee().terminatedOn().isEmpty());
  }

  @Test
  void knowsNobodyByAChange() {
    assertEquals("externalId", refusedColumn(action("CHANGE", "E1"), null));
    assertEquals("externalId", refusedColumn(action("TERMINATE", "E1"), null));
  }

  private Effect take(OrgRows row, UUID manager) {
    return OrgRule.take(known, UUID.randomUUID(), row.row(), manager, NOW);
  }

  private String refusedColumn(OrgRows row, UUID manager) {
    return assertThrows(RowRefused.class, () -> take(row, manager)).column();
  }

  private Employee employee() {
    return known.get("E1");
  }
}
