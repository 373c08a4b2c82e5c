package org.evenhand.review.directory;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.evenhand.kit.web.Ids;
import org.evenhand.kit.web.Violation;
import org.evenhand.review.directory.OrgPlan.Person;
import org.evenhand.review.directory.OrgPlan.Planned;
import org.evenhand.review.tabular.RowRefused;
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
  private final DeactivationGuard guard;
  private final EmployeeRepository employees;
  private final Clock clock;

  OrgPlanning(
      OrgPlan plan,
      OrgPlanChecks checks,
      DeactivationGuard guard,
      EmployeeRepository employees,
      Clock clock) {
    this.plan = plan;
    this.checks = checks;
    this.guard = guard;
    this.employees = employees;
    this.clock = clock;
  }

  Uni<Void> make(Mutiny.Session session, UUID importId) {
    return plan.clearEnded(session)
        .chain(() -> readRows(session, importId))
        .chain(() -> checks.refuseRepeated(session, importId))
        .chain(() -> plan.gatherPersons(session, importId))
        .chain(() -> nameNewcomers(session, importId))
        .chain(() -> plan.takeStock(session, importId))
        .chain(() -> checks.refuseUnknownManagers(session, importId))
        .chain(() -> foresee(session, importId))
        .chain(() -> checks.refuseBrokenLines(session, importId))
        .chain(() -> guard.check(session, importId));
  }

  private Uni<Void> readRows(Mutiny.Session session, UUID importId) {
    LocalDate today = LocalDate.now(clock);
    return paged(
        new AtomicLong(),
        after ->
            plan.rowsAfter(session, importId, after.get())
                .call(rows -> read(session, importId, rows, today))
                .invoke(rows -> rows.forEach(row -> after.set(row.row()))));
  }

  private Uni<Void> read(
      Mutiny.Session session, UUID importId, List<OrgPlan.Raw> rows, LocalDate today) {
    List<Planned> planned = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (OrgPlan.Raw raw : rows) {
      OrgRowReader.Read read = OrgRowReader.read(raw.row(), raw.values(), today);
      violations.addAll(read.violations());
      read.row().ifPresent(row -> planned.add(Planned.of(raw.row(), row)));
    }
    return plan.refuse(session, importId, violations)
        .chain(() -> plan.insert(session, importId, planned));
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

  private Uni<Void> foresee(Mutiny.Session session, UUID importId) {
    LocalDate today = LocalDate.now(clock);
    return paged(
        new AtomicReference<>(""),
        after ->
            plan.personsAfter(session, importId, requireNonNull(after.get()))
                .call(persons -> foresee(session, importId, persons, today))
                .invoke(persons -> persons.forEach(last -> after.set(last.externalId()))));
  }

  private Uni<Void> foresee(
      Mutiny.Session session, UUID importId, List<Person> persons, LocalDate today) {
    List<String> externalIds = persons.stream().map(Person::externalId).toList();
    return employees
        .byExternalIds(session, externalIds)
        // Copies: what the rules do to them here must never be written.
        .invoke(known -> known.forEach(session::detach))
        .chain(
            known ->
                plan.foreseeable(session, importId, externalIds)
                    .chain(
                        rows -> {
                          Foresight foresight = new Foresight(known, clock.instant(), today);
                          rows.forEach(foresight::take);
                          return plan.refuse(session, importId, foresight.violations)
                              .chain(() -> plan.foresee(session, importId, foresight.outcomes));
                        }));
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

  private static final class Foresight {

    private final Map<String, Employee> employees;
    private final Instant now;
    private final LocalDate today;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<Long, Effect> outcomes = new HashMap<>();

    private Foresight(List<Employee> known, Instant now, LocalDate today) {
      this.employees = new HashMap<>(EmployeeRepository.byExternalId(known));
      this.now = now;
      this.today = today;
    }

    private void take(OrgPlan.Foreseeable planned) {
      OrgRow row = OrgRowReader.read(planned.row(), planned.values(), today).row().orElseThrow();
      try {
        outcomes.put(
            planned.row(),
            OrgRule.take(employees, planned.employeeId(), row, planned.managerId(), now));
      } catch (RowRefused refused) {
        violations.add(Violation.cell(planned.row(), refused.column(), refused.detail()));
      }
    }
  }
}
