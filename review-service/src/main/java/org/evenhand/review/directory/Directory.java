package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.review.directory.lines.ReportingLines;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.DirectoryEvents;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmployeeRepository;
import org.evenhand.review.directory.people.Names;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What the rest of the service may ask about people. Everything comes with its assignments loaded
 * and joins the caller's transaction.
 */
@ApplicationScoped
public class Directory {

  private final EmployeeRepository employees;
  private final ReportingLines lines;
  private final DirectoryEvents events;
  private final Clock clock;

  Directory(
      EmployeeRepository employees, ReportingLines lines, DirectoryEvents events, Clock clock) {
    this.employees = employees;
    this.lines = lines;
    this.events = events;
    this.clock = clock;
  }

  public Uni<Optional<Employee>> byId(Mutiny.Session session, UUID id) {
    return employees.byIds(session, List.of(id)).map(found -> found.stream().findFirst());
  }

  /** For saying who somebody is: their assignments may not be loaded. */
  public Uni<Optional<Employee>> named(Mutiny.Session session, UUID id) {
    return employees.named(session, id);
  }

  /** What people are called, in one query. */
  public Uni<Names> names(Mutiny.Session session, Collection<UUID> ids) {
    return employees.names(session, ids);
  }

  public Uni<Optional<Employee>> byExternalId(Mutiny.Session session, String externalId) {
    return employees
        .byExternalIds(session, List.of(externalId))
        .map(found -> found.stream().findFirst());
  }

  /** As {@link #byExternalId}, held against anybody else's change until the transaction ends. */
  public Uni<Optional<Employee>> hold(Mutiny.Session session, String externalId) {
    return employees
        .lockByExternalId(session, externalId)
        .chain(() -> byExternalId(session, externalId));
  }

  /** Those who are known, by externalId; unknown ones are left out. */
  public Uni<Map<String, Employee>> byExternalIds(
      Mutiny.Session session, Collection<String> externalIds) {
    return employees.byExternalIds(session, externalIds).map(EmployeeRepository::byExternalId);
  }

  /** Those who are known, by id; unknown ids are left out. */
  public Uni<Map<UUID, Employee>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return employees.byIds(session, ids).map(EmployeeRepository::byId);
  }

  /** Everyone above the employee by LINE, nearest first. */
  public Uni<List<UUID>> lineAbove(Mutiny.Session session, UUID employeeId) {
    return lines
        .above(session, List.of(employeeId))
        .map(above -> above.getOrDefault(employeeId, List.of()));
  }

  /**
   * Everyone above each employee by LINE, nearest first; employees with nobody above are absent.
   */
  public Uni<Map<UUID, List<UUID>>> linesAbove(
      Mutiny.Session session, Collection<UUID> employeeIds) {
    return lines.above(session, employeeIds);
  }

  /** How many people are directly below by LINE, those who have left not counted. */
  public Uni<Long> directReports(Mutiny.Session session, UUID employeeId) {
    return lines.directBelow(session, employeeId);
  }

  /**
   * Gives an employee a new version, and tells of it, after something that hangs on them changed.
   */
  public Uni<Void> record(Mutiny.Session session, Employee employee) {
    employee.changed(clock.instant());
    return events.recorded(session, List.of(employee));
  }

  /**
   * Assignments of people who have not left that were open on a day in one of the units, in the
   * order of their ids, so that a caller who was interrupted goes on after the last one it saw.
   *
   * @param orgUnits all units if empty
   * @param after the last assignment seen, or null for the first page
   */
  public Uni<List<Assignment>> population(
      Mutiny.Session session,
      Collection<String> orgUnits,
      LocalDate on,
      @Nullable UUID after,
      int limit) {
    return employees.population(session, orgUnits, on, after, limit);
  }
}
