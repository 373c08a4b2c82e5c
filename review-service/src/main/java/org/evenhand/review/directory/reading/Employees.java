package org.evenhand.review.directory.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.paging.ChangePosition;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmployeeRepository;
import org.evenhand.review.directory.reading.VisibleEmployees.Seen;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows people to those who may see them. */
@ApplicationScoped
class Employees {

  private final Mutiny.SessionFactory sessions;
  private final Access access;
  private final VisibleEmployees visible;
  private final EmployeeRepository employees;

  Employees(
      Mutiny.SessionFactory sessions,
      Access access,
      VisibleEmployees visible,
      EmployeeRepository employees) {
    this.sessions = sessions;
    this.access = access;
    this.visible = visible;
    this.employees = employees;
  }

  /**
   * An employee as it is shown, with the version that its ETag carries, and their place in the
   * order of changes.
   */
  record Shown(EmployeeView view, long version, ChangePosition position) {}

  Uni<EmployeesPage> list(EmployeeFilter filter, EmployeeOrder order, int limit) {
    return sessions.withTransaction(
        session ->
            access
                .viewer(session)
                .chain(
                    viewer ->
                        visible
                            .begun(session)
                            .chain(
                                begun ->
                                    visible
                                        .list(session, viewer, filter, order, limit + 1)
                                        .chain(seen -> show(session, viewer, seen))
                                        .map(
                                            shown ->
                                                EmployeesPage.of(shown, limit, order, begun)))));
  }

  Uni<Shown> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .viewer(session)
                .chain(
                    viewer ->
                        visible.one(session, viewer, id).chain(seen -> show(session, viewer, seen)))
                .map(shown -> shown.stream().findFirst().orElseThrow(Employees::notFound)));
  }

  private Uni<List<Shown>> show(Mutiny.Session session, Viewer viewer, List<Seen> seen) {
    return employees
        .byIds(session, seen.stream().map(Seen::employeeId).toList())
        .map(EmployeeRepository::byId)
        .chain(
            found ->
                managersOf(session, found)
                    .map(
                        managers ->
                            seen.stream()
                                .flatMap(one -> shown(one, found, managers, viewer))
                                .toList()));
  }

  private static Stream<Shown> shown(
      Seen seen, Map<UUID, Employee> found, Map<UUID, String> managers, Viewer viewer) {
    return Stream.ofNullable(found.get(seen.employeeId()))
        .map(
            employee ->
                new Shown(
                    seen.whole()
                        ? EmployeeView.whole(employee, managers, actions(employee, viewer))
                        : EmployeeView.card(employee),
                    employee.version(),
                    seen.position()));
  }

  private static List<String> actions(Employee employee, Viewer viewer) {
    return viewer.has(Roles.HR_LEAD) && !employee.left() ? List.of("assignHrUnits") : List.of();
  }

  private Uni<Map<UUID, String>> managersOf(Mutiny.Session session, Map<UUID, Employee> found) {
    return employees.externalIds(
        session,
        found.values().stream()
            .flatMap(employee -> employee.assignments().stream())
            .flatMap(a -> Stream.concat(a.lineManagerId().stream(), a.dottedManagerId().stream()))
            .collect(Collectors.toSet()));
  }

  private static Problem notFound() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such employee, or you may not know of them.");
  }
}
