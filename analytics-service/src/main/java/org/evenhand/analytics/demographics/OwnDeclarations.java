package org.evenhand.analytics.demographics;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.analytics.counts.Guard;
import org.evenhand.analytics.counts.Timestamps;
import org.evenhand.analytics.demographics.PendingChanges.Change;
import org.evenhand.analytics.directory.Directory;
import org.evenhand.analytics.directory.Person;
import org.evenhand.kit.data.Audit;
import org.evenhand.kit.web.Caller;
import org.evenhand.kit.web.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** A person's look at what they have declared, and their withdrawal of it. */
@ApplicationScoped
class OwnDeclarations {

  private static final String READ =
      """
      select d.key, held.value, held.recorded_at, w.withdrawn_at
      from demographics.dimension d
      left join demographics.declaration held
        on held.dimension = d.key and held.employee_id = :employee
      left join demographics.withdrawal w on w.dimension = d.key and w.employee_id = :employee
      """;

  private static final String IS_HELD =
      """
      select exists (select 1 from demographics.declaration
                     where employee_id = :employee and dimension = :dimension)
      """;

  private static final String REMEMBER =
      """
      insert into demographics.withdrawal (employee_id, dimension, withdrawn_at)
      values (:employee, :dimension, :now)
      on conflict (employee_id, dimension) do update set withdrawn_at = excluded.withdrawn_at
      """;

  private final Mutiny.SessionFactory sessions;
  private final Directory directory;
  private final DemographicDimensions dimensions;
  private final PendingChanges changes;
  private final Audit audit;
  private final Clock clock;

  OwnDeclarations(
      Mutiny.SessionFactory sessions,
      Directory directory,
      DemographicDimensions dimensions,
      PendingChanges changes,
      Audit audit,
      Clock clock) {
    this.sessions = sessions;
    this.directory = directory;
    this.dimensions = dimensions;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  Uni<List<OwnDeclaration>> of(Caller caller) {
    return sessions.withTransaction(
        session ->
            directory
                .require(session, caller)
                .chain(person -> dimensions.all(session).chain(all -> read(session, person, all))));
  }

  /** Withdraws; what is not held can't be told from a dimension that does not exist. */
  Uni<Void> withdraw(Caller caller, String dimension) {
    return sessions.withTransaction(
        session ->
            directory
                .require(session, caller)
                .chain(person -> withdraw(session, person.employeeId(), dimension)));
  }

  private Uni<Void> withdraw(Mutiny.Session session, UUID employee, String dimension) {
    return Guard.alone(session)
        .chain(
            () ->
                session
                    .createNativeQuery(IS_HELD, Boolean.class)
                    .setParameter("employee", employee)
                    .setParameter("dimension", dimension)
                    .getSingleResult())
        .invoke(
            held -> {
              if (!held) {
                throw Problem.of(
                    AnalyticsProblem.NOT_DECLARED, "There is nothing of yours to withdraw here.");
              }
            })
        .chain(() -> changes.make(session, List.of(new Change(employee, dimension, null))))
        .chain(
            () ->
                session
                    .createNativeQuery(REMEMBER)
                    .setParameter("employee", employee)
                    .setParameter("dimension", dimension)
                    .setParameter("now", Instant.now(clock))
                    .executeUpdate())
        .chain(
            () ->
                audit.record(
                    session,
                    "declaration",
                    employee,
                    "withdrawn",
                    employee.toString(),
                    Map.of("dimension", dimension)));
  }

  private static Uni<List<OwnDeclaration>> read(
      Mutiny.Session session, Person person, List<Dimension> all) {
    return session
        .createNativeQuery(READ, Object[].class)
        .setParameter("employee", person.employeeId())
        .getResultList()
        .map(rows -> rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> row)))
        .map(
            held ->
                all.stream()
                    .map(dimension -> own(dimension, person, held.get(dimension.key())))
                    .toList());
  }

  private static OwnDeclaration own(
      Dimension dimension, Person person, @Nullable Object @Nullable [] row) {
    return new OwnDeclaration(
        dimension.key(),
        dimension.label(),
        row == null ? null : (String) row[1],
        row == null ? null : Timestamps.orNull(row[2]),
        row == null ? null : Timestamps.orNull(row[3]),
        dimension.countries().legalBasis(person.country()).orElse(null));
  }
}
