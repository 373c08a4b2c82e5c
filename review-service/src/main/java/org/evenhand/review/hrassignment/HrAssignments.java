package org.evenhand.review.hrassignment;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.HrChanges;
import org.evenhand.review.directory.lines.HrUnit;
import org.evenhand.review.directory.lines.HrUnits;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.directory.people.OrgUnits;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Says which units somebody serves as HR partner. */
@ApplicationScoped
class HrAssignments {

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final Access access;
  private final Directory directory;
  private final HrUnits units;
  private final OrgUnits orgUnits;
  private final List<HrChanges> followers;

  HrAssignments(
      Mutiny.SessionFactory sessions,
      Steps steps,
      Access access,
      Directory directory,
      HrUnits units,
      OrgUnits orgUnits,
      @All List<HrChanges> followers) {
    this.sessions = sessions;
    this.steps = steps;
    this.access = access;
    this.directory = directory;
    this.units = units;
    this.orgUnits = orgUnits;
    this.followers = followers;
  }

  /** The units of somebody, and the version of their record. */
  record Assigned(Employee employee, List<HrUnit> units, long version) {}

  Uni<Assigned> of(String externalId) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(lead -> directory.byExternalId(session, externalId))
                .map(HrAssignments::present)
                .chain(
                    employee ->
                        units
                            .of(session, List.of(employee.id()))
                            .map(of -> of.getOrDefault(employee.id(), List.of()))
                            .map(of -> new Assigned(employee, of, employee.version()))));
  }

  /** Whose units are assigned, and by whom. */
  private record Assigning(Mutiny.Session session, Viewer lead, Employee employee)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return lead.employeeId();
    }
  }

  Uni<Assigned> assign(String externalId, List<HrUnit> wanted, @Nullable String ifMatch) {
    return steps
        .load(session -> access.person(session).chain(lead -> hold(session, externalId, lead)))
        .permitAll()
        .match(ifMatch, assigning -> assigning.employee().version())
        .take(assigning -> assign(assigning, wanted))
        .tell((assigning, done) -> List.of(fact(assigning.employee(), wanted)))
        .answerNow(
            (assigning, done) ->
                new Assigned(assigning.employee(), wanted, assigning.employee().version()));
  }

  private Uni<Assigning> hold(Mutiny.Session session, String externalId, Viewer lead) {
    return directory
        .hold(session, externalId)
        .map(HrAssignments::present)
        .map(employee -> new Assigning(session, lead, employee));
  }

  private Uni<Void> assign(Assigning assigning, List<HrUnit> wanted) {
    Mutiny.Session session = assigning.session();
    Employee employee = assigning.employee();
    checkPresent(employee);
    checkPeriods(wanted);
    return orgUnits
        .requireKnown(session, named(wanted))
        .chain(() -> units.replace(session, employee.id(), wanted))
        .call(
            () ->
                Multi.createFrom()
                    .iterable(followers)
                    .call(each -> each.assigned(session, employee.id()))
                    .collect()
                    .last())
        .chain(() -> directory.record(session, employee));
  }

  private static Fact fact(Employee employee, List<HrUnit> wanted) {
    return Fact.noted("employee", employee.id(), "hr-units-assigned", wanted);
  }

  private static List<OrgUnits.Named> named(List<HrUnit> wanted) {
    return IntStream.range(0, wanted.size())
        .mapToObj(i -> new OrgUnits.Named("/orgUnits/" + i + "/orgUnit", wanted.get(i).orgUnit()))
        .toList();
  }

  private static Employee present(Optional<Employee> found) {
    return found.orElseThrow(
        () -> Problem.of(CommonProblem.NOT_FOUND, "There is no such employee."));
  }

  private static void checkPresent(Employee employee) {
    if (employee.status() == EmploymentStatus.TERMINATED) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "Who has left serves no unit.");
    }
  }

  private static void checkPeriods(List<HrUnit> wanted) {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      HrUnit unit = wanted.get(i);
      if (unit.to() != null && unit.to().isBefore(unit.from())) {
        violations.add(INCONSISTENT.at("/orgUnits/" + i + "/to", "is before from"));
      }
      for (int j = 0; j < i; j++) {
        if (overlap(wanted.get(j), unit)) {
          violations.add(
              INCONSISTENT.at("/orgUnits/" + i, "overlaps with /orgUnits/" + j + " in time"));
        }
      }
    }
    if (!violations.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "The periods do not fit together.")
          .with(violations);
    }
  }

  private static boolean overlap(HrUnit one, HrUnit other) {
    return one.orgUnit().equals(other.orgUnit())
        && !one.from().isAfter(last(other))
        && !other.from().isAfter(last(one));
  }

  private static LocalDate last(HrUnit unit) {
    return Optional.ofNullable(unit.to()).orElse(LocalDate.MAX);
  }
}
