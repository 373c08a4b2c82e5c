package org.evenhand.review.directory.orgrules;

import static org.evenhand.review.directory.orgrules.OrgColumns.ASSIGNMENT_ID;
import static org.evenhand.review.directory.orgrules.OrgColumns.EFFECTIVE_FROM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Employee;
import org.jspecify.annotations.Nullable;

/**
 * TERMINATE: from the given day on the assignment, or every one, no longer holds. The lines stay as
 * they were, so that whoever was responsible last can still finish what is open.
 */
final class Leaving implements OrgRule {

  @Override
  public Effect apply(Employee employee, OrgRow row, @Nullable UUID manager, Instant now) {
    LocalDate on = row.effectiveFrom();
    if (employee.left()) {
      if (employee.terminatedOn().filter(on::equals).isEmpty() && row.assignment().isEmpty()) {
        throw new RowRefused(
            EFFECTIVE_FROM, "is not the day that is recorded: the person has left");
      }
      return Effect.UNCHANGED;
    }
    List<Assignment> ending = ending(employee, row).stream().filter(Assignment::open).toList();
    if (ending.isEmpty()) {
      return Effect.UNCHANGED;
    }
    if (ending.stream().anyMatch(assignment -> on.isBefore(assignment.startedOn()))) {
      throw new RowRefused(EFFECTIVE_FROM, "is before the day on which the assignment began");
    }
    ending.forEach(assignment -> assignment.end(on));
    if (employee.assignments().stream().noneMatch(Assignment::open)) {
      employee.leave(on);
    }
    employee.changed(now);
    return Effect.CHANGED;
  }

  private static List<Assignment> ending(Employee employee, OrgRow row) {
    if (row.assignment().isEmpty()) {
      return employee.assignments();
    }
    return List.of(
        employee
            .assignment(row.assignment())
            .orElseThrow(() -> new RowRefused(ASSIGNMENT_ID, "names no assignment of the person")));
  }
}
