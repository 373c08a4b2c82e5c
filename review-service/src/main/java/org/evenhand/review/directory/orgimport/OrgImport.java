package org.evenhand.review.directory.orgimport;

import static java.util.Objects.requireNonNull;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.imports.ImportHandler;
import org.evenhand.kit.data.imports.RowOutcome;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.data.imports.StagedImport;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.problem.ProblemType;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.OrgChanges;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.directory.lines.ReportingLines;
import org.evenhand.review.directory.orgimport.OrgPlanRepository.Step;
import org.evenhand.review.directory.orgrules.Effect;
import org.evenhand.review.directory.orgrules.OrgColumns;
import org.evenhand.review.directory.orgrules.OrgRow;
import org.evenhand.review.directory.orgrules.OrgRule;
import org.evenhand.review.directory.orgrules.RowRefused;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.DirectoryEvents;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmployeeRepository;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.directory.people.StatusChange;
import org.evenhand.review.directory.people.StatusChanges;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Takes the HRIS' word on who works where, under whom. */
@ApplicationScoped
class OrgImport implements ImportHandler {

  static final String KIND = SteadyLines.IMPORTS;

  private final OrgPlanning planning;
  private final OrgPlanRepository plan;
  private final EmployeeRepository employees;
  private final DirectoryEvents events;
  private final ReportingLines lines;
  private final StatusChanges statuses;
  private final List<OrgChanges> changes;
  private final Clock clock;

  OrgImport(
      OrgPlanning planning,
      OrgPlanRepository plan,
      EmployeeRepository employees,
      DirectoryEvents events,
      ReportingLines lines,
      StatusChanges statuses,
      @All List<OrgChanges> changes,
      Clock clock) {
    this.planning = planning;
    this.plan = plan;
    this.employees = employees;
    this.events = events;
    this.lines = lines;
    this.statuses = statuses;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<ImportColumn> columns() {
    return OrgColumns.ALL;
  }

  @Override
  public List<ProblemType> refusals() {
    return List.of(ReviewProblem.MASS_DEACTIVATION);
  }

  @Override
  public List<Violation> check(ImportRow row) {
    return new OrgRow(row).faults(Days.begun(clock.instant()));
  }

  @Override
  public Uni<Void> prepare(Mutiny.Session session, StagedImport sent) {
    return planning.make(session, sent);
  }

  @Override
  public Uni<List<RowResult>> apply(
      Mutiny.Session session, StagedImport sent, List<ImportRow> chunk) {
    return plan.steps(sent, chunk)
        .chain(
            steps ->
                sent.dryRun()
                    ? Uni.createFrom().item(() -> simulated(chunk, steps))
                    : carryOut(session, chunk, steps));
  }

  @Override
  public Uni<Void> finish(Mutiny.Session session, StagedImport sent) {
    return sent.dryRun()
        ? Uni.createFrom().voidItem()
        : lines
            .follow(session, sent.id())
            .chain(() -> plan.rememberKeys(sent))
            .chain(() -> tell(session, sent));
  }

  private Uni<Void> tell(Mutiny.Session session, StagedImport sent) {
    Uni<Void> told = Uni.createFrom().voidItem();
    for (OrgChanges each : changes) {
      told = told.chain(() -> each.taken(session, sent.id()));
    }
    return told;
  }

  private static List<RowResult> simulated(List<ImportRow> chunk, Map<Long, Step> steps) {
    return chunk.stream()
        .map(
            row -> {
              Step step = steps.get(row.row());
              return step == null
                  ? RowResult.unchanged(row.row(), null)
                  : result(row.row(), requireNonNull(step.outcome()), step.employeeId())
                      .telling(step.changes(), step.warnings());
            })
        .toList();
  }

  private Uni<List<RowResult>> carryOut(
      Mutiny.Session session, List<ImportRow> chunk, Map<Long, Step> steps) {
    Set<UUID> ids =
        chunk.stream()
            .flatMap(row -> Stream.ofNullable(steps.get(row.row())))
            .map(Step::employeeId)
            .collect(Collectors.toSet());
    return employees
        .held(session, ids)
        .chain(
            known -> {
              Chunk work = new Chunk(known, clock.instant());
              chunk.forEach(row -> work.take(row, steps.get(row.row())));
              return session
                  .persistAll(work.newcomers(known).toArray())
                  .chain(() -> session.persistAll(work.assignments().toArray()))
                  .chain(() -> events.recorded(session, work.touched))
                  .chain(() -> statuses.add(session, work.statusChanges))
                  .replaceWith(work.results);
            });
  }

  private static RowResult result(long row, Effect effect, UUID employee) {
    return RowResult.taken(row, RowOutcome.valueOf(effect.name()), employee.toString());
  }

  /** The rows of one transaction, and what they do to the people whom they are about. */
  private static final class Chunk {

    private final Map<String, Employee> employees;
    private final Instant now;
    private final List<RowResult> results = new ArrayList<>();
    private final Set<Employee> touched = new LinkedHashSet<>();
    private final List<StatusChange> statusChanges = new ArrayList<>();

    private Chunk(List<Employee> known, Instant now) {
      this.employees = new HashMap<>(EmployeeRepository.byExternalId(known));
      this.now = now;
    }

    /** A row that the plan passes over is about somebody who was never here and is gone. */
    private void take(ImportRow sent, @Nullable Step step) {
      if (step == null) {
        results.add(RowResult.unchanged(sent.row(), null));
        return;
      }
      OrgRow row = new OrgRow(sent);
      Optional<EmploymentStatus> before = status(row.externalId());
      try {
        Effect effect = OrgRule.take(employees, step.employeeId(), row, step.managerId(), now);
        Employee employee = employees.get(row.externalId());
        if (effect != Effect.UNCHANGED && employee != null) {
          touched.add(employee);
          if (before.filter(status -> status != employee.status()).isPresent()) {
            statusChanges.add(statusChange(employee, row));
          }
        }
        results.add(
            result(sent.row(), effect, step.employeeId()).telling(List.of(), step.warnings()));
      } catch (RowRefused refused) {
        results.add(RowResult.refused(sent.row(), refused.at(sent)));
      }
    }

    /** Where an UPSERT tells no day, the one that its rule has found. */
    private static StatusChange statusChange(Employee employee, OrgRow row) {
      LocalDate told = row.day();
      return new StatusChange(
          employee.id(), employee.status(), told == null ? employee.main().changedOn() : told);
    }

    private Optional<EmploymentStatus> status(String externalId) {
      return Optional.ofNullable(employees.get(externalId)).map(Employee::status);
    }

    private List<Employee> newcomers(List<Employee> known) {
      Set<Employee> before = new HashSet<>(known);
      return touched.stream().filter(employee -> !before.contains(employee)).toList();
    }

    /** Apart from their people, so that rows of one table are written together. */
    private List<Assignment> assignments() {
      return touched.stream().flatMap(employee -> employee.assignments().stream()).toList();
    }
  }
}
