package org.evenhand.review.appeal.work;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.appeal.AppealRepository;
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmploymentStatus;

/** Finds those who are to judge an appeal, and says of each what stands in their way. */
@ApplicationScoped
class Judges {

  private static final String TIES =
      """
      select e.id,
        exists (select 1 from reporting_line l
          where l.above = e.id and l.employee = any(:concerned)) as manages,
        exists (select 1 from reporting_line l
          where l.employee = e.id and l.depth = 1 and l.above = any(:concerned)) as reports,
        exists (select 1 from hr_assignment served
          where served.hr_employee = e.id and served.org_unit = :unit
            and served.valid_from <= :today
            and (served.valid_to is null or served.valid_to >= :today)) as serves
      from employee e where e.id = any(:people)
      """;

  /** How somebody stands to those whom the appeal concerns. */
  private record Ties(UUID person, boolean manages, boolean reports, boolean serves) {}

  /** What one asks of those who judge. */
  enum Seats {
    /** The panel comes from other units. */
    ELSEWHERE,
    ANYWHERE
  }

  private final AppealRepository appeals;
  private final Directory directory;

  Judges(AppealRepository appeals, Directory directory) {
    this.appeals = appeals;
    this.directory = directory;
  }

  /**
   * @param calibrators whoever sat in the session that decided
   * @param pointers where the request names each, in the order of the people
   * @return in the order of the people
   * @throws Problem 422 that names every obstacle of each
   */
  Uni<List<Employee>> find(
      AppealContext context,
      Set<UUID> calibrators,
      List<UUID> people,
      List<String> pointers,
      Seats seats) {
    return appeals
        .ofReview(context.session(), context.review().id())
        .map(all -> PeopleInvolved.of(context.review(), all, calibrators))
        .chain(involved -> find(context, involved, people, pointers, seats));
  }

  private Uni<List<Employee>> find(
      AppealContext context,
      PeopleInvolved involved,
      List<UUID> people,
      List<String> pointers,
      Seats seats) {
    Set<UUID> concerned = involved.concerned(context.appeal());
    Set<UUID> known = new HashSet<>(people);
    known.addAll(involved.raters());
    return directory
        .byIds(context.session(), known)
        .chain(
            employees ->
                ties(context, people, concerned)
                    .map(
                        ties ->
                            new Check(
                                    context,
                                    involved,
                                    employees,
                                    ties,
                                    unitsNear(context, involved, employees, seats))
                                .all(people, pointers)));
  }

  private static Set<String> unitsNear(
      AppealContext context, PeopleInvolved involved, Map<UUID, Employee> employees, Seats seats) {
    if (seats == Seats.ANYWHERE) {
      return Set.of();
    }
    Set<String> units =
        involved.raters().stream()
            .map(employees::get)
            .filter(Objects::nonNull)
            .map(Judges::unit)
            .collect(Collectors.toCollection(HashSet::new));
    units.add(context.review().placement().orgUnit());
    return units;
  }

  private static String unit(Employee employee) {
    return employee.main().position().orgUnit();
  }

  private static Uni<Map<UUID, Ties>> ties(
      AppealContext context, Collection<UUID> people, Collection<UUID> concerned) {
    return Rows.of(context.session(), TIES)
        .bind("people", people.toArray(UUID[]::new))
        .bind("concerned", concerned.toArray(UUID[]::new))
        .bind("unit", context.review().placement().orgUnit())
        .bind("today", context.viewer().today())
        .list(Judges::ties)
        .map(found -> found.stream().collect(Collectors.toMap(Ties::person, Function.identity())));
  }

  private static Ties ties(Row row) {
    return new Ties(row.uuid("id"), row.flag("manages"), row.flag("reports"), row.flag("serves"));
  }

  /** Holds each against all that is known. */
  private record Check(
      AppealContext context,
      PeopleInvolved involved,
      Map<UUID, Employee> employees,
      Map<UUID, Ties> ties,
      Set<String> unitsNear) {

    List<Employee> all(List<UUID> people, List<String> pointers) {
      List<Violation> obstacles = new ArrayList<>();
      List<Employee> found = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        UUID person = people.get(i);
        String at = pointers.get(i);
        if (people.indexOf(person) < i) {
          obstacles.add(DUPLICATE.at(at, "is named twice"));
          continue;
        }
        Employee employee = employees.get(person);
        if (employee == null || employee.left()) {
          obstacles.add(NOT_FOUND.at(at, "is nobody who works here"));
          continue;
        }
        found.add(employee);
        against(employee).forEach(why -> obstacles.add(NOT_ALLOWED.at(at, why)));
      }
      if (!obstacles.isEmpty()) {
        throw Problem.of(
                ReviewProblem.PANEL_NOT_POSSIBLE,
                "Whoever judges an appeal is at work, and has no part in it.")
            .with(obstacles);
      }
      return found;
    }

    private List<String> against(Employee employee) {
      List<String> reasons = new ArrayList<>();
      UUID person = employee.id();
      if (employee.status() != EmploymentStatus.ACTIVE) {
        reasons.add("is not at work");
      }
      if (involved.parties().contains(person) || involved.companions().contains(person)) {
        reasons.add("has a part in the appeal");
      }
      if (involved.raters().contains(person)) {
        reasons.add("has rated");
      } else if (involved.contributors().contains(person)) {
        reasons.add("was asked for a contribution, or made one");
      }
      if (involved.calibrators().contains(person)) {
        reasons.add("sat in the session that decided on it");
      }
      if (unitsNear.contains(unit(employee))) {
        reasons.add("is of a unit that it concerns");
      }
      Ties its = Objects.requireNonNull(ties.get(person));
      if (its.manages()) {
        reasons.add("manages somebody whom it concerns");
      }
      if (its.reports()) {
        reasons.add("reports to somebody whom it concerns");
      }
      if (its.serves()) {
        reasons.add("serves the unit as HR");
      }
      return reasons;
    }
  }
}
