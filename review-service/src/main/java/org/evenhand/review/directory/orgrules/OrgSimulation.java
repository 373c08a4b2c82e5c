package org.evenhand.review.directory.orgrules;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.imports.CellChange;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.directory.people.Employee;
import org.jspecify.annotations.Nullable;

/** What the rows about some people will come to, tried on copies of these people. */
public final class OrgSimulation {

  /** A row with everything that the rules need beside the employee. */
  public record PlannedRow(OrgRow row, UUID employeeId, @Nullable UUID managerId) {}

  /**
   * What a row will come to.
   *
   * @param leaves whether the person has left then
   */
  public record SimulatedRow(
      long row,
      Effect outcome,
      boolean leaves,
      List<CellChange> changes,
      List<Violation> warnings) {}

  private final Map<String, Employee> employees;
  private final Map<UUID, String> managers;
  private final boolean telling;
  private final Instant now;
  private final List<Violation> violations = new ArrayList<>();
  private final List<SimulatedRow> outcomes = new ArrayList<>();

  /**
   * @param known by externalId
   * @param managers externalIds of those to whom these people report
   * @param telling whether to say what changes from what to what
   */
  public OrgSimulation(
      Map<String, Employee> known, Map<UUID, String> managers, boolean telling, Instant now) {
    this.employees = new HashMap<>(known);
    this.managers = new HashMap<>(managers);
    this.telling = telling;
    this.now = now;
  }

  public void take(PlannedRow planned) {
    OrgRow row = planned.row();
    EmployeeSnapshot before = EmployeeSnapshot.of(employees.get(row.externalId()), row);
    try {
      Effect effect = OrgRule.take(employees, planned.employeeId(), row, planned.managerId(), now);
      outcomes.add(outcome(planned, effect, before));
    } catch (RowRefused refused) {
      violations.add(refused.at(row.sent()));
    }
  }

  private SimulatedRow outcome(PlannedRow planned, Effect effect, EmployeeSnapshot before) {
    OrgRow row = planned.row();
    Employee employee = employees.get(row.externalId());
    boolean leaves = employee != null && employee.left();
    if (effect == Effect.UNCHANGED) {
      return new SimulatedRow(row.sent().row(), effect, leaves, List.of(), List.of());
    }
    EmployeeSnapshot after = EmployeeSnapshot.of(employee, row);
    UUID manager = planned.managerId();
    if (manager != null) {
      row.manager().ifPresent(externalId -> managers.put(manager, externalId));
    }
    List<CellChange> changes = telling ? before.changesTo(after, managers) : List.of();
    List<Violation> warnings =
        before.hasAnotherNameThan(after)
            ? List.of(
                NOT_ALLOWED.cell(
                    row.sent().row(),
                    OrgColumns.GIVEN_NAME,
                    "nothing of the recorded name stays: make sure that "
                        + row.externalId()
                        + " is still the same person"))
            : List.of();
    return new SimulatedRow(row.sent().row(), effect, leaves, changes, warnings);
  }

  public List<Violation> violations() {
    return violations;
  }

  public List<SimulatedRow> outcomes() {
    return outcomes;
  }
}
