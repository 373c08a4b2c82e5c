package org.evenhand.review.directory.people;

import java.util.List;
import java.util.UUID;
import org.evenhand.review.directory.lines.HrUnit;
import org.jspecify.annotations.Nullable;

/**
 * What our other services learn of an employee: where they stand, never what they are called. The
 * position is that of the main assignment.
 */
public record EmployeeRecorded(
    UUID employeeId,
    String externalId,
    @Nullable UUID managerId,
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
}
