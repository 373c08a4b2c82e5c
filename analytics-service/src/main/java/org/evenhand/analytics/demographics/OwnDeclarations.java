package org.evenhand.analytics.demographics;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.analytics.counts.CountingLock;
import org.evenhand.analytics.demographics.PendingChanges.Change;
import org.evenhand.analytics.directory.Directory;
import org.evenhand.analytics.directory.Person;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
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
      select 1 from demographics.declaration
      where employee_id = :employee and dimension = :dimension
      """;

  private static final String REMEMBER =
      """
      insert into demographics.withdrawal (employee_id, dimension, withdrawn_at)
      values (:employee, :dimension, :now)
      on conflict (employee_id, dimension) do update set withdrawn_at = excluded.withdrawn_at
      """;

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final Directory directory;
  private final DemographicDimensions dimensions;
  private final PendingChanges changes;
  private final Clock clock;

  OwnDeclarations(
      Mutiny.SessionFactory sessions,
      Steps steps,
      Directory directory,
      DemographicDimensions dimensions,
      PendingChanges changes,
      Clock clock) {
    this.sessions = sessions;
    this.steps = steps;
    this.directory = directory;
    this.dimensions = dimensions;
    this.changes = changes;
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
    return steps
        .load(
            session ->
                directory.require(session, caller).map(person -> new Withdrawing(session, person)))
        .permitAll()
        .add()
        .take(withdrawing -> withdraw(withdrawing.session(), withdrawing.actor(), dimension))
        .tell((withdrawing, done) -> List.of(withdrawn(withdrawing.actor(), dimension)))
        .answer((withdrawing, done) -> Uni.createFrom().voidItem());
  }

  /** Somebody who withdraws what they declared. */
  private record Withdrawing(Mutiny.Session session, Person person) implements Steps.Context {

    @Override
    public UUID actor() {
      return person.employeeId();
    }

    /** What is withdrawn has no version. */
  }

  private Uni<Void> withdraw(Mutiny.Session session, UUID employee, String dimension) {
    return requireHeld(session, employee, dimension)
        .chain(() -> CountingLock.aloneAtOnce(session))
        // Somebody may have withdrawn it meanwhile.
        .chain(() -> requireHeld(session, employee, dimension))
        .chain(() -> changes.make(session, List.of(new Change(employee, dimension, null))))
        .chain(
            () ->
                session
                    .createNativeQuery(REMEMBER)
                    .setParameter("employee", employee)
                    .setParameter("dimension", dimension)
                    .setParameter("now", Instant.now(clock))
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static Uni<Void> requireHeld(Mutiny.Session session, UUID employee, String dimension) {
    return Rows.of(session, IS_HELD)
        .bind("employee", employee)
        .bind("dimension", dimension)
        .any()
        .invoke(
            held -> {
              if (!held) {
                throw Problem.of(
                    AnalyticsProblem.NOT_DECLARED, "There is nothing of yours to withdraw here.");
              }
            })
        .replaceWithVoid();
  }

  private static Fact withdrawn(UUID employee, String dimension) {
    return Fact.noted("declaration", employee, "withdrawn", Map.of("dimension", dimension));
  }

  /** What is kept of a person in one dimension. */
  private record Kept(
      String dimension,
      @Nullable String value,
      @Nullable Instant recordedAt,
      @Nullable Instant withdrawnAt) {

    static Kept of(Row row) {
      return new Kept(
          row.text("key"),
          row.orNull("value", Row::text),
          row.orNull("recorded_at", Row::instant),
          row.orNull("withdrawn_at", Row::instant));
    }

    static Kept nothing(String dimension) {
      return new Kept(dimension, null, null, null);
    }
  }

  private static Uni<List<OwnDeclaration>> read(
      Mutiny.Session session, Person person, List<Dimension> all) {
    return Rows.of(session, READ)
        .bind("employee", person.employeeId())
        .list(Kept::of)
        .map(rows -> rows.stream().collect(Collectors.toMap(Kept::dimension, Function.identity())))
        .map(
            kept ->
                all.stream()
                    .map(
                        dimension ->
                            own(
                                dimension,
                                person,
                                kept.getOrDefault(dimension.key(), Kept.nothing(dimension.key()))))
                    .toList());
  }

  private static OwnDeclaration own(Dimension dimension, Person person, Kept kept) {
    return new OwnDeclaration(
        dimension.key(),
        dimension.label(),
        kept.value(),
        kept.recordedAt(),
        kept.withdrawnAt(),
        dimension.countries().legalBasis(person.country()).orElse(null));
  }
}
