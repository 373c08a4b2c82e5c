package org.evenhand.review.directory;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.imports.RowChecks;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.directory.OrgPlan.Person;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds out what an import would do, before it does anything. Every row runs through the same rules
 * that apply it later, on copies that are thrown away; so a dry run can't say otherwise than the
 * real one, and what concerns the whole file (lines that bite their tail, a manager whose row is
 * refused, too many leavers) is judged on rows that are known to hold.
 */
@ApplicationScoped
class OrgPlanning {

  private final OrgPlan plan;
  private final OrgPlanChecks checks;
  private final LineChecks lines;
  private final DeactivationGuard guard;
  private final EmployeeRepository employees;
  private final Clock clock;

  OrgPlanning(
      OrgPlan plan,
      OrgPlanChecks checks,
      LineChecks lines,
      DeactivationGuard guard,
      EmployeeRepository employees,
      Clock clock) {
    this.plan = plan;
    this.checks = checks;
    this.lines = lines;
    this.guard = guard;
    this.employees = employees;
    this.clock = clock;
  }

  Uni<Void> make(Mutiny.Session session, UUID importId) {
    return plan.clearEnded(session)
        .chain(() -> plan.gatherRows(session, importId))
        .chain(() -> checks.refuseUnknownWorkerTypes(session, importId))
        .chain(() -> checks.refuseRepeated(session, importId))
        .chain(() -> plan.gatherPersons(session, importId))
        .chain(() -> nameNewcomers(session, importId))
        .chain(() -> plan.takeStock(session, importId))
        .chain(() -> lines.refuseUnknownManagers(session, importId))
        .chain(() -> dryRun(session, importId))
        .chain(dryRun -> foresee(session, importId, dryRun, false))
        .chain(() -> guard.check(session, importId));
  }

  /** A row that falls may have borne others about the same person: those are foreseen anew. */
  private Uni<Void> foresee(Mutiny.Session session, UUID importId, boolean dryRun, boolean anew) {
    return paged(
            new AtomicReference<>(""),
            after ->
                plan.personsAfter(session, importId, requireNonNull(after.get()), anew)
                    .call(persons -> foresee(session, importId, persons, dryRun))
                    .invoke(persons -> persons.forEach(last -> after.set(last.externalId()))))
        .chain(() -> lines.refuseBroken(session, importId))
        .chain(
            broken -> checks.refuseSimilarKeys(session, importId).map(similar -> broken + similar))
        .chain(
            refused ->
                refused == 0
                    ? Uni.createFrom().voidItem()
                    : foresee(session, importId, dryRun, true));
  }

  private static Uni<Boolean> dryRun(Mutiny.Session session, UUID importId) {
    return session
        .createNativeQuery("select dry_run from import where id = :import", Tuple.class)
        .setParameter("import", importId)
        .getSingleResult()
        .map(row -> row.get(0, Boolean.class));
  }

  private Uni<Void> nameNewcomers(Mutiny.Session session, UUID importId) {
    return paged(
        new AtomicReference<>(""),
        after ->
            plan.unnamedAfter(session, importId, requireNonNull(after.get()))
                .call(
                    unnamed ->
                        plan.name(
                            session,
                            importId,
                            unnamed.stream().map(who -> new Person(who, Ids.next())).toList()))
                .invoke(unnamed -> unnamed.forEach(after::set)));
  }

  private Uni<Void> foresee(
      Mutiny.Session session, UUID importId, List<Person> persons, boolean dryRun) {
    List<String> externalIds = persons.stream().map(Person::externalId).toList();
    return employees
        .byExternalIds(session, externalIds)
        // Copies: what the rules do to them here must never be written.
        .invoke(known -> known.forEach(session::detach))
        .chain(
            known ->
                managers(session, known, dryRun)
                    .chain(
                        managers ->
                            plan.foreseeable(session, importId, externalIds)
                                .chain(
                                    rows -> {
                                      Foresight foresight =
                                          new Foresight(known, managers, dryRun, clock.instant());
                                      rows.forEach(foresight::take);
                                      return RowChecks.refuse(
                                              session, importId, foresight.violations())
                                          .chain(
                                              () ->
                                                  plan.foresee(
                                                      session, importId, foresight.outcomes()));
                                    })));
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
