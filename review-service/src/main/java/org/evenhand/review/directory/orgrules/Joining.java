package org.evenhand.review.directory.orgrules;

import static org.evenhand.review.directory.orgrules.OrgColumns.ACTION;
import static org.evenhand.review.directory.orgrules.OrgColumns.EFFECTIVE_FROM;
import static org.evenhand.review.directory.orgrules.OrgColumns.MANAGER;
import static org.evenhand.review.directory.orgrules.OrgColumns.RELATIONSHIP;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.imports.CellChange;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.directory.people.Person;
import org.evenhand.review.directory.people.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * HIRE and REHIRE. Both add what is not there yet and never alter what is: the same row again
 * changes nothing, and a row that says otherwise than the record is refused instead of guessed at.
 */
final class Joining implements OrgRule {

  /** Records somebody who was not known. */
  static Employee hire(UUID id, OrgRow row, @Nullable UUID manager, Instant now) {
    needsLine(row);
    Employee hired =
        new Employee(id, row.externalId(), row.personOver(null), row.effectiveFrom(), now);
    begin(hired, row, manager);
    hired.changed(now);
    return hired;
  }

  @Override
  public Effect apply(Employee employee, OrgRow row, @Nullable UUID manager, Instant now) {
    if (row.action() == OrgAction.REHIRE) {
      if (employee.left()) {
        return comeBack(employee, row, manager, now);
      }
      if (!employee.hiredOn().equals(row.effectiveFrom())) {
        throw new RowRefused(ACTION, "is REHIRE, but the person works here");
      }
    } else if (employee.left()) {
      throw new RowRefused(ACTION, "is HIRE, but the person is known and has left: REHIRE");
    }
    keepsPerson(employee, row);
    Optional<Assignment> assignment = employee.assignment(row.assignment());
    if (assignment.isEmpty() || reopens(assignment.get(), row)) {
      return addAssignment(employee, assignment, row, manager, now);
    }
    return keepsAssignment(employee, assignment.get(), row, manager, now);
  }

  private static Effect comeBack(
      Employee employee, OrgRow row, @Nullable UUID manager, Instant now) {
    if (employee.terminatedOn().filter(row.effectiveFrom()::isBefore).isPresent()) {
      throw new RowRefused(EFFECTIVE_FROM, "is before the day on which the person left");
    }
    needsLine(row);
    Person gone = employee.person();
    Person back =
        new Person(gone.givenName(), gone.familyName(), gone.email(), EmploymentStatus.ACTIVE);
    employee.comeBack(row.personOver(back), row.effectiveFrom());
    Optional<Assignment> assignment = employee.assignment(row.assignment());
    addAssignment(employee, assignment, row, manager, now);
    return Effect.CHANGED;
  }

  /**
   * @param ended the assignment of the row's id, which begins anew; empty for a further one
   */
  static Effect addAssignment(
      Employee employee,
      Optional<Assignment> ended,
      OrgRow row,
      @Nullable UUID manager,
      Instant now) {
    needsLine(row);
    if (ended.isPresent()) {
      ended.get().reopen(row.positionOver(null), row.effectiveFrom());
      ended.get().reportTo(manager, Relationship.LINE);
      ended.get().reportTo(null, Relationship.DOTTED);
    } else {
      begin(employee, row, manager);
      employee.hiredBy(row.effectiveFrom());
    }
    employee.changed(now);
    return ended.isPresent() ? Effect.CHANGED : Effect.CREATED;
  }

  private static void begin(Employee employee, OrgRow row, @Nullable UUID manager) {
    // An HRIS without assignments gets back the only id that it knows.
    String assignmentId = row.assignment().orElse(row.externalId());
    employee
        .begin(Ids.next(), assignmentId, row.positionOver(null), row.effectiveFrom())
        .reportTo(manager, Relationship.LINE);
  }

  private static boolean reopens(Assignment assignment, OrgRow row) {
    if (assignment.open()) {
      return false;
    }
    if (row.action() == OrgAction.HIRE) {
      throw new RowRefused(ACTION, "is HIRE, but the assignment is known and has ended: REHIRE");
    }
    return true;
  }

  private static void keepsPerson(Employee employee, OrgRow row) {
    refuseOthers(
        new Differences().between(employee.person(), row.personOver(employee.person())).changes());
  }

  private static Effect keepsAssignment(
      Employee employee, Assignment assignment, OrgRow row, @Nullable UUID manager, Instant now) {
    refuseOthers(
        new Differences()
            .between(assignment.position(), row.positionOver(assignment.position()))
            .changes());
    if (!assignment.startedOn().equals(row.effectiveFrom())) {
      refuseOthers(
          List.of(
              new CellChange(
                  EFFECTIVE_FROM,
                  assignment.startedOn().toString(),
                  row.effectiveFrom().toString())));
    }
    Optional<UUID> told = Optional.ofNullable(manager);
    Optional<UUID> known = assignment.manager(row.relationship());
    if (told.equals(known)) {
      return Effect.UNCHANGED;
    }
    if (row.relationship() == Relationship.DOTTED && known.isEmpty()) {
      assignment.reportTo(manager, Relationship.DOTTED);
      employee.changed(now);
      return Effect.CHANGED;
    }
    refuseOthers(List.of(new CellChange(MANAGER, null, null)));
    return Effect.UNCHANGED;
  }

  private static void refuseOthers(List<CellChange> others) {
    if (!others.isEmpty()) {
      throw new RowRefused(
          others.get(0).column(),
          "the person is recorded already, with other values of %s: a CHANGE changes them"
              .formatted(Differences.named(others)));
    }
  }

  static void needsLine(OrgRow row) {
    if (row.relationship() == Relationship.DOTTED) {
      throw new RowRefused(
          RELATIONSHIP, "is DOTTED, but the row of the assignment's LINE has to come first");
    }
  }
}
