package org.evenhand.review.directory.orgimport;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.imports.StagedImport;
import org.evenhand.review.directory.orgimport.OrgPlanRepository.Subject;
import org.evenhand.review.directory.orgrules.Effect;
import org.evenhand.review.directory.orgrules.OrgSimulation;
import org.evenhand.review.directory.orgrules.OrgSimulation.SimulatedRow;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmployeeRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds out what an import would do, before it does anything. Every row runs through the same rules
 * that apply it later, on copies that are thrown away; so a dry run can't say otherwise than the
 * real one, and what concerns the whole file (lines that bite their tail, a manager whose row is
 * refused, too many leavers) is judged on rows that are known to hold.
 */
@ApplicationScoped
class OrgPlanning {

  private final OrgPlanRepository plan;
  private final OrgPlanChecks checks;
  private final LineChecks lines;
  private final LineWarnings warnings;
  private final DeactivationGuard guard;
  private final EmployeeRepository employees;
  private final Clock clock;

  OrgPlanning(
      OrgPlanRepository plan,
      OrgPlanChecks checks,
      LineChecks lines,
      LineWarnings warnings,
      DeactivationGuard guard,
      EmployeeRepository employees,
      Clock clock) {
    this.plan = plan;
    this.checks = checks;
    this.lines = lines;
    this.warnings = warnings;
    this.guard = guard;
    this.employees = employees;
    this.clock = clock;
  }

  Uni<Void> make(Mutiny.Session session, StagedImport sent) {
    return plan.clearEnded(session)
        .chain(() -> plan.gather(sent))
        .chain(() -> plan.takeStock(session, sent))
        .chain(() -> checks.refuseUnknownWorkerTypes(sent))
        .chain(() -> lines.refuseUnknownManagers(sent))
        .chain(() -> checks.refuseRepeated(sent))
        .chain(() -> lines.refuseLeftHanging(sent))
        .chain(() -> simulate(session, sent, false))
        .chain(() -> warnings.warn(sent))
        .chain(() -> guard.check(session, sent));
  }

  /** A row that falls may have borne others about the same person: those are simulated anew. */
  private Uni<Void> simulate(Mutiny.Session session, StagedImport sent, boolean anew) {
    return paged(
            new AtomicReference<>(""),
            after ->
                plan.subjectsAfter(sent, requireNonNull(after.get()), anew)
                    .call(subjects -> simulate(session, sent, subjects, anew))
                    .invoke(subjects -> subjects.forEach(last -> after.set(last.externalId()))))
        .chain(() -> lines.refuseBroken(sent))
        .chain(broken -> checks.refuseSimilarKeys(sent).map(similar -> broken + similar))
        .chain(
            refused -> refused == 0 ? Uni.createFrom().voidItem() : simulate(session, sent, true));
  }

  private Uni<Void> simulate(
      Mutiny.Session session, StagedImport sent, List<Subject> subjects, boolean anew) {
    List<UUID> before = subjects.stream().filter(Subject::known).map(Subject::employeeId).toList();
    return employees
        .byIds(session, before)
        // Copies: what the rules do to them here must never be written.
        .invoke(known -> known.forEach(session::detach))
        .chain(
            known ->
                managers(session, known, sent.dryRun())
                    .chain(
                        managers ->
                            plan.plannedRows(sent, subjects)
                                .chain(
                                    rows -> {
                                      OrgSimulation simulation =
                                          new OrgSimulation(
                                              EmployeeRepository.byExternalId(known),
                                              managers,
                                              sent.dryRun(),
                                              clock.instant());
                                      rows.forEach(simulation::take);
                                      return write(session, sent, simulation, anew);
                                    })));
  }

  /**
   * A dry run tells of every row. Else the guard and whoever is warned need those that change
   * somebody, and those of which something else came out before.
   */
  private Uni<Void> write(
      Mutiny.Session session, StagedImport sent, OrgSimulation simulation, boolean anew) {
    List<SimulatedRow> outcomes =
        simulation.outcomes().stream()
            .filter(row -> sent.dryRun() || anew || row.outcome() == Effect.CHANGED)
            .toList();
    return sent.refuse(simulation.violations())
        .chain(() -> plan.recordOutcomes(session, sent, outcomes));
  }

  /** Only a dry run tells who somebody reported to before. */
  private Uni<Map<UUID, String>> managers(
      Mutiny.Session session, List<Employee> known, boolean dryRun) {
    return employees.externalIds(
        session,
        known.stream()
            .filter(employee -> dryRun)
            .flatMap(employee -> employee.assignments().stream())
            .flatMap(a -> Stream.concat(a.lineManagerId().stream(), a.dottedManagerId().stream()))
            .collect(Collectors.toSet()));
  }

  /** Asks for page after page until one is empty, without stacking one call upon the other. */
  private static <S, T> Uni<Void> paged(S position, Function<S, Uni<List<T>>> page) {
    return Multi.createBy()
        .repeating()
        .uni(() -> position, at -> page.apply(at))
        .whilst(rows -> !rows.isEmpty())
        .collect()
        .last()
        .replaceWithVoid();
  }
}
