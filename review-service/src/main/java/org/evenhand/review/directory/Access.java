package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.caller.CallerDirectory;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.HrUnit;
import org.evenhand.review.directory.lines.HrUnits;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Resolves who is calling against the directory: the token names a person, we know their lines. */
@ApplicationScoped
public class Access implements CallerDirectory {

  private final Caller caller;
  private final Directory directory;
  private final HrUnits hrUnits;
  private final SteadyLines lines;
  private final Clock clock;

  Access(Caller caller, Directory directory, HrUnits hrUnits, SteadyLines lines, Clock clock) {
    this.caller = caller;
    this.directory = directory;
    this.hrUnits = hrUnits;
    this.lines = lines;
    this.clock = clock;
  }

  @Override
  public Uni<Viewer> require(Mutiny.Session session, Caller caller) {
    return viewer(session);
  }

  /**
   * The person who is calling.
   *
   * @throws Problem EMPLOYEE_UNKNOWN for a system, and for whoever has left or never was here
   */
  public Uni<Viewer> person(Mutiny.Session session) {
    return viewer(session)
        .invoke(
            viewer -> {
              if (viewer.is(Viewer.NOBODY)) {
                throw Caller.unknown();
              }
            });
  }

  /**
   * As {@link #person}, for a step that follows from who leads whom: that stays as it is until the
   * step is taken.
   */
  public Uni<Viewer> acting(Mutiny.Session session) {
    return lines.hold(session).chain(() -> person(session));
  }

  /**
   * @throws Problem 403 about oneself and whoever is above or below: HR's door is closed to them
   */
  public Uni<Void> requireOutsideOwnChain(Mutiny.Session session, Viewer viewer, UUID employee) {
    return Rows.of(
            session,
            "select e.id as id from employee e where e.id = :employee and "
                + AccessClauses.outsideOwnChain("e.id"))
        .bind("employee", employee)
        .bind("viewer", viewer.employeeId())
        .any()
        .invoke(
            outside -> {
              if (!outside) {
                throw Problem.of(
                    CommonProblem.FORBIDDEN, "One's own record and chain are another's to decide.");
              }
            })
        .replaceWithVoid();
  }

  /** The person or the system that is calling; a token that names a person needs that person. */
  public Uni<Viewer> viewer(Mutiny.Session session) {
    Optional<String> externalId = caller.employeeExternalId();
    Set<String> roles = Set.copyOf(caller.roles());
    LocalDate today = LocalDate.now(clock);
    if (externalId.isEmpty()) {
      return Uni.createFrom()
          .item(() -> new Viewer(Viewer.NOBODY, caller.clientId(), roles, Set.of(), today));
    }
    return directory
        .byExternalId(session, externalId.get())
        .map(found -> found.filter(employee -> !employee.left()).orElseThrow(Caller::unknown))
        .chain(
            employee ->
                unitsToday(session, employee.id(), roles, today)
                    .map(
                        units ->
                            new Viewer(employee.id(), employee.externalId(), roles, units, today)));
  }

  /** None without the role, to which alone they mean something. */
  private Uni<Set<String>> unitsToday(
      Mutiny.Session session, UUID employee, Set<String> roles, LocalDate today) {
    if (!roles.contains(Roles.HR) && !roles.contains(Roles.HR_LEAD)) {
      return Uni.createFrom().item(Set.of());
    }
    return hrUnits
        .of(session, List.of(employee))
        .map(
            units ->
                units.getOrDefault(employee, List.of()).stream()
                    .filter(unit -> unit.covers(today))
                    .map(HrUnit::orgUnit)
                    .collect(Collectors.toUnmodifiableSet()));
  }
}
