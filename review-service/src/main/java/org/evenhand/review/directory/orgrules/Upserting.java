package org.evenhand.review.directory.orgrules;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;
import static org.evenhand.review.directory.orgrules.OrgColumns.EFFECTIVE_FROM;
import static org.evenhand.review.directory.orgrules.OrgColumns.STATUS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Employee;
import org.jspecify.annotations.Nullable;

/**
 * UPSERT: a row of an export that tells how somebody stands and not what has happened. It is read
 * as the row that would bring this about; a row that says what is known changes nothing.
 */
final class Upserting implements OrgRule {

  /** Records somebody who was not known. */
  static Employee hire(UUID id, OrgRow row, @Nullable UUID manager, Instant now) {
    Joining.needsLine(row);
    needsDescription(row);
    LocalDate from = row.hiredOn().or(row::toldDay).orElse(today(now));
    return Joining.hire(id, row.as(OrgAction.HIRE, from), manager, now);
  }

  @Override
  public Effect apply(Employee employee, OrgRow row, @Nullable UUID manager, Instant now) {
    if (row.leaves()) {
      return leave(employee, row, manager, now);
    }
    Optional<Assignment> assignment = employee.assignment(row.assignment());
    Effect effect;
    if (employee.left()) {
      effect = comeBack(employee, row, manager, now);
    } else if (assignment.filter(Assignment::open).isPresent()) {
      effect = change(employee, assignment.get(), row, manager, now);
    } else {
      effect = begin(employee, assignment, row, manager, now);
    }
    return hiredSince(employee, row, now) && effect == Effect.UNCHANGED ? Effect.CHANGED : effect;
  }

  private static Effect leave(Employee employee, OrgRow row, @Nullable UUID manager, Instant now) {
    boolean isElsewhere =
        row.assignment().isPresent() && employee.assignment(row.assignment()).isEmpty();
    if (employee.left() || isElsewhere) {
      return Effect.UNCHANGED;
    }
    // Whoever came on a day that has begun in the east alone doesn't leave before it.
    LocalDate began =
        employee.assignments().stream()
            .map(Assignment::startedOn)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    LocalDate on = row.toldDay().orElse(later(today(now), began));
    return new Leaving().apply(employee, row.as(OrgAction.TERMINATE, on), manager, now);
  }

  private static Effect comeBack(
      Employee employee, OrgRow row, @Nullable UUID manager, Instant now) {
    if (row.status().isEmpty()) {
      throw new RowRefused(
          REQUIRED,
          STATUS,
          "is empty, and the person has left: ACTIVE or ON_LEAVE brings them back, TERMINATED"
              + " says that they are gone");
    }
    needsDescription(row);
    LocalDate left = employee.terminatedOn().orElse(LocalDate.MIN);
    LocalDate from =
        row.toldDay()
            .or(() -> row.hiredOn().filter(day -> !day.isBefore(left)))
            .orElse(later(today(now), left));
    return new Joining().apply(employee, row.as(OrgAction.REHIRE, from), manager, now);
  }

  private static Effect change(
      Employee employee, Assignment assignment, OrgRow row, @Nullable UUID manager, Instant now) {
    LocalDate from = row.toldDay().orElse(later(today(now), assignment.changedOn()));
    return new Changing().apply(employee, row.as(OrgAction.CHANGE, from), manager, now);
  }

  /** A further assignment of somebody who works here, or one that had ended. */
  private static Effect begin(
      Employee employee,
      Optional<Assignment> ended,
      OrgRow row,
      @Nullable UUID manager,
      Instant now) {
    Joining.needsLine(row);
    needsDescription(row);
    LocalDate end = ended.flatMap(Assignment::endedOn).orElse(LocalDate.MIN);
    LocalDate from = row.toldDay().orElse(later(today(now), end));
    if (from.isBefore(end)) {
      throw new RowRefused(EFFECTIVE_FROM, "is before the day on which the assignment ended");
    }
    employee.describe(row.as(OrgAction.CHANGE, from).personOver(employee.person()));
    OrgRow begun = row.as(ended.isPresent() ? OrgAction.REHIRE : OrgAction.HIRE, from);
    return Joining.addAssignment(employee, ended, begun, manager, now);
  }

  private static boolean hiredSince(Employee employee, OrgRow row, Instant now) {
    Optional<LocalDate> told = row.hiredOn().filter(day -> !day.equals(employee.hiredOn()));
    told.ifPresent(
        day -> {
          employee.hiredSince(day);
          employee.changed(now);
        });
    return told.isPresent();
  }

  private static void needsDescription(OrgRow row) {
    List<String> missing = row.undescribed();
    if (!missing.isEmpty()) {
      throw new RowRefused(
          REQUIRED,
          missing.get(0),
          "is empty, and the directory does not know it yet"
              + (missing.size() == 1
                  ? ""
                  : "; so are " + String.join(", ", missing.subList(1, missing.size()))));
    }
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return Stream.of(one, other).max(Comparator.naturalOrder()).orElseThrow();
  }
}
