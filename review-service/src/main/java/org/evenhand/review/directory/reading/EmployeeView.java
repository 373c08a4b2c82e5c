package org.evenhand.review.directory.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.directory.people.Position;
import org.jspecify.annotations.Nullable;

/**
 * An employee as somebody may see them: as a card only who they are and where they work, else all.
 *
 * @param terminatedOn the first day on which the person no longer works here
 * @param actions what the caller may do with this employee, by operation id
 */
record EmployeeView(
    UUID id,
    String externalId,
    String givenName,
    String familyName,
    String orgUnit,
    @Nullable String email,
    @Nullable EmploymentStatus status,
    @Nullable LocalDate hiredOn,
    @Nullable LocalDate terminatedOn,
    @Nullable List<AssignmentView> assignments,
    List<String> actions) {

  /** One contract of the employee. */
  record AssignmentView(
      String assignmentId,
      boolean main,
      String orgUnit,
      String jobLevel,
      String jobFamily,
      String workLocation,
      String country,
      String legalEntity,
      String workerType,
      @Nullable String managerExternalId,
      @Nullable String dottedManagerExternalId,
      LocalDate startedOn,
      @Nullable LocalDate endedOn) {

    private static AssignmentView of(Assignment assignment, Map<UUID, String> managers) {
      Position position = assignment.position();
      return new AssignmentView(
          assignment.assignmentId(),
          assignment.main(),
          position.orgUnit(),
          position.jobLevel(),
          position.jobFamily(),
          position.workLocation(),
          position.country(),
          position.legalEntity(),
          position.workerType(),
          assignment.lineManagerId().map(managers::get).orElse(null),
          assignment.dottedManagerId().map(managers::get).orElse(null),
          assignment.startedOn(),
          assignment.endedOn().orElse(null));
    }
  }

  static EmployeeView card(Employee employee) {
    return new EmployeeView(
        employee.id(),
        employee.externalId(),
        employee.person().givenName(),
        employee.person().familyName(),
        employee.main().position().orgUnit(),
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  /**
   * @param managers externalIds of the managers whom the assignments name
   */
  static EmployeeView whole(Employee employee, Map<UUID, String> managers, List<String> actions) {
    return new EmployeeView(
        employee.id(),
        employee.externalId(),
        employee.person().givenName(),
        employee.person().familyName(),
        employee.main().position().orgUnit(),
        employee.person().email(),
        employee.status(),
        employee.hiredOn(),
        employee.terminatedOn().orElse(null),
        employee.assignments().stream().map(a -> AssignmentView.of(a, managers)).toList(),
        actions);
  }
}
