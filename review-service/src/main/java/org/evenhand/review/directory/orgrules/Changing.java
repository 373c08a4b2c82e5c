package org.evenhand.review.directory.orgrules;

import static org.evenhand.review.directory.orgrules.OrgColumns.ACTION;
import static org.evenhand.review.directory.orgrules.OrgColumns.ASSIGNMENT_ID;
import static org.evenhand.review.directory.orgrules.OrgColumns.EFFECTIVE_FROM;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.Person;
import org.evenhand.review.directory.people.Position;
import org.jspecify.annotations.Nullable;

/** CHANGE: other values from a day on. */
final class Changing implements OrgRule {

  @Override
  public Effect apply(Employee employee, OrgRow row, @Nullable UUID manager, Instant now) {
    if (employee.left()) {
      throw new RowRefused(ACTION, "is CHANGE, but the person has left");
    }
    Assignment assignment =
        employee
            .assignment(row.assignment())
            .filter(Assignment::open)
            .orElseThrow(
                () -> new RowRefused(ASSIGNMENT_ID, "names no open assignment of the person"));
    Person person = row.personOver(employee.person());
    Position position = row.positionOver(assignment.position());
    Optional<UUID> known = assignment.manager(row.relationship());
    Optional<UUID> to = row.managerTold() ? Optional.ofNullable(manager) : known;
    if (person.equals(employee.person())
        && position.equals(assignment.position())
        && to.equals(known)) {
      return Effect.UNCHANGED;
    }
    // An old file that is sent again must not undo what happened since.
    if (assignment.changedAfter(row.effectiveFrom())) {
      throw new RowRefused(EFFECTIVE_FROM, "is before a change that is recorded already");
    }
    employee.describe(person);
    assignment.move(position, row.effectiveFrom());
    assignment.reportTo(to.orElse(null), row.relationship());
    employee.changed(now);
    return Effect.CHANGED;
  }
}
