package org.evenhand.review.directory.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.review.directory.lines.HrUnit;
import org.jspecify.annotations.Nullable;

/**
 * What our other services learn of an employee: where they stand, never what they are called. The
 * position is that of the main assignment.
 *
 * @param furtherManagerIds by LINE of other open assignments
 * @param dottedManagerIds by DOTTED of any of their assignments
 */
public record EmployeeRecorded(
    UUID employeeId,
    String externalId,
    @Nullable UUID managerId,
    List<UUID> furtherManagerIds,
    List<UUID> dottedManagerIds,
    String orgUnit,
    String jobLevel,
    String jobFamily,
    String workLocation,
    String country,
    String legalEntity,
    String workerType,
    EmploymentStatus status,
    List<HrUnit> hrUnits) {

  static final String TOPIC = "evenhand.internal.directory";
  static final String TYPE = "org.evenhand.employee.recorded.v1";

  static EmployeeRecorded of(Employee employee, List<HrUnit> hrUnits) {
    Assignment main = employee.main();
    Position position = main.position();
    return new EmployeeRecorded(
        employee.id(),
        employee.externalId(),
        main.lineManagerId().orElse(null),
        managers(employee.assignments().stream().filter(a -> !a.main()), Assignment::lineManagerId),
        managers(employee.assignments().stream(), Assignment::dottedManagerId),
        position.orgUnit(),
        position.jobLevel(),
        position.jobFamily(),
        position.workLocation(),
        position.country(),
        position.legalEntity(),
        position.workerType(),
        employee.status(),
        hrUnits);
  }

  /** As lines have it: the main assignment counts after its end too, others while they are open. */
  private static List<UUID> managers(
      Stream<Assignment> assignments, Function<Assignment, Optional<UUID>> manager) {
    return assignments
        .filter(assignment -> assignment.main() || assignment.open())
        .flatMap(assignment -> manager.apply(assignment).stream())
        .distinct()
        .toList();
  }
}
