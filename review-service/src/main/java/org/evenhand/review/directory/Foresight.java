package org.evenhand.review.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.imports.CellChange;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.directory.OrgPlanRepository.Foreseeable;
import org.evenhand.review.directory.OrgPlanRepository.Foreseen;

/** What the rows about some people will come to, tried on copies of these people. */
final class Foresight {

  private final Map<String, Employee> employees;
  private final Map<UUID, String> managers;
  private final boolean telling;
  private final Instant now;
  private final List<Violation> violations = new ArrayList<>();
  private final List<Foreseen> outcomes = new ArrayList<>();

  /**
   * @param managers externalIds of those to whom these people report
   * @param telling whether to say what changes from what to what
   */
  Foresight(List<Employee> known, Map<UUID, String> managers, boolean telling, Instant now) {
    this.employees = new HashMap<>(EmployeeRepository.byExternalId(known));
    this.managers = new HashMap<>(managers);
    this.telling = telling;
    this.now = now;
  }

  void take(Foreseeable planned) {
    OrgRow row = planned.row();
    Employee known = employees.get(row.externalId());
    Standing before = known == null ? null : Standing.of(known, row);
    try {
      Effect effect = OrgRule.take(employees, planned.employeeId(), row, planned.managerId(), now);
      outcomes.add(
          known == null || before == null || effect == Effect.UNCHANGED
              ? new Foreseen(row.sent().row(), effect, List.of(), List.of())
              : changed(planned, effect, before, Standing.of(known, row)));
    } catch (RowRefused refused) {
      violations.add(Violation.cell(row.sent().row(), refused.column(), refused.detail()));
    }
  }

  private Foreseen changed(Foreseeable planned, Effect effect, Standing before, Standing after) {
    OrgRow row = planned.row();
    UUID manager = planned.managerId();
    if (manager != null) {
      row.manager().ifPresent(externalId -> managers.put(manager, externalId));
    }
    List<CellChange> changes = telling ? before.changesTo(after, managers) : List.of();
    List<Violation> warnings =
        Differences.anotherName(before.person(), after.person())
            ? List.of(
                Violation.cell(
                    row.sent().row(),
                    OrgColumns.GIVEN_NAME,
                    "nothing of the recorded name stays: make sure that "
                        + row.externalId()
                        + " is still the same person"))
            : List.of();
    return new Foreseen(row.sent().row(), effect, changes, warnings);
  }

  List<Violation> violations() {
    return violations;
  }

  List<Foreseen> outcomes() {
    return outcomes;
  }
}
