package org.evenhand.review.directory.orgrules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    Person person, Optional<Position> position, Optional<UUID> manager, Optional<LocalDate> until) {

  static EmployeeSnapshot of(Employee employee, OrgRow row) {
    Optional<Assignment> assignment = employee.assignment(row.assignment());
    return new EmployeeSnapshot(
        employee.person(),
        assignment.map(Assignment::position),
        assignment.flatMap(each -> each.manager(row.relationship())),
        assignment.flatMap(Assignment::endedOn));
  }

  /**
   * What has changed since, column by column.
   *
   * @param managers externalIds of the managers in question
   */
  List<CellChange> changesTo(EmployeeSnapshot later, Map<UUID, String> managers) {
    List<CellChange> changes = new ArrayList<>(Differences.of(person, later.person));
    if (position.isPresent() && later.position.isPresent()) {
      changes.addAll(Differences.of(position.get(), later.position.get()));
    }
    add(changes, OrgColumns.MANAGER, name(manager, managers), name(later.manager, managers));
    add(changes, "assignmentEnd", text(until), text(later.until));
    return changes;
  }

  private static void add(
      List<CellChange> changes, String column, @Nullable String from, @Nullable String to) {
    if (!Objects.equals(from, to)) {
      changes.add(new CellChange(column, from, to));
    }
  }

  private static @Nullable String name(Optional<UUID> manager, Map<UUID, String> managers) {
    return manager.map(id -> managers.getOrDefault(id, id.toString())).orElse(null);
  }

  private static @Nullable String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }
}
