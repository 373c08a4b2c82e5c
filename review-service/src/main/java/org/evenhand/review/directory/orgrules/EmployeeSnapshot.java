package org.evenhand.review.directory.orgrules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.imports.CellChange;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.Person;
import org.evenhand.review.directory.people.Position;
import org.jspecify.annotations.Nullable;

/** How somebody stands at one moment, as far as a row can change it. */
record EmployeeSnapshot(
    @Nullable Person person,
    Optional<LocalDate> hiredOn,
    @Nullable Position position,
    Optional<UUID> manager,
    Optional<LocalDate> since,
    Optional<LocalDate> until) {

  /** Of somebody who may not be known. */
  static EmployeeSnapshot of(@Nullable Employee employee, OrgRow row) {
    Optional<Employee> known = Optional.ofNullable(employee);
    Optional<Assignment> assignment = known.flatMap(each -> each.assignment(row.assignment()));
    return new EmployeeSnapshot(
        known.map(Employee::person).orElse(null),
        known.map(Employee::hiredOn),
        assignment.map(Assignment::position).orElse(null),
        assignment.flatMap(each -> each.manager(row.relationship())),
        assignment.map(Assignment::startedOn),
        assignment.flatMap(Assignment::endedOn));
  }

  /**
   * What has changed since, column by column.
   *
   * @param managers externalIds of the managers in question
   */
  List<CellChange> changesTo(EmployeeSnapshot later, Map<UUID, String> managers) {
    return new Differences()
        .between(person, later.person)
        .on(OrgColumns.HIRED_ON, text(hiredOn), text(later.hiredOn))
        .between(position, later.position)
        .on(OrgColumns.MANAGER, name(manager, managers), name(later.manager, managers))
        .on("assignmentStart", text(since), text(later.since))
        .on("assignmentEnd", text(until), text(later.until))
        .changes();
  }

  /** Nothing of the name stays: then it may be somebody else. */
  boolean hasAnotherNameThan(EmployeeSnapshot later) {
    return person != null && later.person != null && Differences.anotherName(person, later.person);
  }

  private static @Nullable String name(Optional<UUID> manager, Map<UUID, String> managers) {
    return manager.map(id -> managers.getOrDefault(id, id.toString())).orElse(null);
  }

  private static @Nullable String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }
}
