package org.evenhand.analytics.demographics;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.analytics.counts.CountingLock;
import org.evenhand.analytics.counts.ImportedYears;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Changes what persons have declared, and with it the cells in which their ratings are counted:
 * minus one, plus one, once. Which values these are is never known outside of the database.
 */
@ApplicationScoped
class PendingChanges {

  private static final String STAGE =
      """
      insert into demographics.pending_change (employee_id, dimension, value)
      select c."employeeId", c.dimension, c.value
      from jsonb_to_recordset(cast(cast(:changes as text) as jsonb))
        as c ("employeeId" uuid, dimension text, value text)
      """;

  // While everything is counted anew, persons are told of as they once were, and again as they are:
  // where they work now is known when that is through.
  private static final String STAGE_WITHOUT_BASIS =
      """
      insert into demographics.pending_change (employee_id, dimension, value)
      select held.employee_id, held.dimension, null
      from demographics.declaration held
      join demographics.dimension d on d.key = held.dimension
      left join person p on p.employee_id = held.employee_id
      where (not jsonb_exists(d.vocabulary -> 'values', held.value)
         or p.employee_id is not null
           and not exists (select 1 from rebuild where state = 'RUNNING')
           and not exists (
             select 1 from jsonb_array_elements(d.countries -> 'enabled') enabled
             where enabled ->> 'country' = p.country))
      """;

  private static final String MOVE =
      """
      insert into count_cell as c (cycle_id, phase, dimension, value, stratum, scale_size,
                                   favourable_from, ordinal, n)
      select f.cycle_id, o.phase, change.dimension, side.value, s.stratum, f.scale_size,
             f.favourable_from, o.ordinal, sum(side.step)
      from demographics.pending_change change
      join rating_fact f on f.employee_id = change.employee_id
      left join demographics.declaration held
        on held.employee_id = change.employee_id and held.dimension = change.dimension
      cross join lateral ordinals_of(f) o
      cross join lateral strata_of(f) s
      cross join lateral (values (held.value, -1), (change.value, 1)) side (value, step)
      where side.value is not null
      group by 1, 2, 3, 4, 5, 6, 7, 8
      having sum(side.step) <> 0
      order by 1, 2, 3, 4, 5, 6, 7, 8
      on conflict (cycle_id, phase, dimension, stratum, value, scale_size, favourable_from, ordinal)
      do update set n = c.n + excluded.n
      """;

  private static final String TOUCH_CYCLES =
      """
      update cycle set changed_at = greatest(changed_at, :now)
      where cycle_id in (
        select f.cycle_id from demographics.pending_change change
        join rating_fact f on f.employee_id = change.employee_id)
      """;

  private static final String IMPORTED_CYCLES =
      """
      select cycle_id from cycle
      where origin = 'HISTORY' and cycle_id in (
        select f.cycle_id from demographics.pending_change change
        join rating_fact f on f.employee_id = change.employee_id)
      order by cycle_id
      """;

  private static final String WITHDRAW =
      """
      delete from demographics.declaration held using demographics.pending_change change
      where change.value is null and held.employee_id = change.employee_id
        and held.dimension = change.dimension
      """;

  private static final String DECLARE =
      """
      insert into demographics.declaration (employee_id, dimension, value, recorded_at)
      select employee_id, dimension, value, :now from demographics.pending_change
      where value is not null
      on conflict (employee_id, dimension) do update
      set value = excluded.value, recorded_at = excluded.recorded_at
      """;

  private final ImportedYears importedYears;
  private final Clock clock;

  PendingChanges(ImportedYears importedYears, Clock clock) {
    this.importedYears = importedYears;
    this.clock = clock;
  }

  /**
   * What a person is to have declared from now on.
   *
   * @param value null withdraws
   */
  record Change(UUID employeeId, String dimension, @Nullable String value) {}

  /**
   * Makes these changes, at most one for each person and dimension; the caller has {@linkplain
   * CountingLock#alone locked} before it looked at anything.
   */
  Uni<Void> make(Mutiny.Session session, List<Change> changes) {
    return changes.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(STAGE)
            .setParameter("changes", Json.write(changes))
            .executeUpdate()
            .chain(() -> settle(session));
  }

  /** Withdraws what is held in a dimension without a value, or a country, that it has. */
  Uni<Void> withdrawWithoutBasis(Mutiny.Session session, String dimension) {
    return withdraw(
        session,
        session
            .createNativeQuery(STAGE_WITHOUT_BASIS + " and held.dimension = :dimension")
            .setParameter("dimension", dimension));
  }

  /** Withdraws what is held of these persons without a legal basis where they now work. */
  Uni<Void> withdrawWithoutBasis(Mutiny.Session session, Collection<UUID> employees) {
    return withdraw(
        session,
        session
            .createNativeQuery(STAGE_WITHOUT_BASIS + " and held.employee_id in (:employees)")
            .setParameter("employees", employees));
  }

  /** Withdraws all that is held without a legal basis where its person now works. */
  Uni<Void> withdrawWithoutBasis(Mutiny.Session session) {
    return withdraw(session, session.createNativeQuery(STAGE_WITHOUT_BASIS));
  }

  private Uni<Void> withdraw(Mutiny.Session session, Mutiny.MutationQuery stage) {
    return CountingLock.alone(session)
        .chain(stage::executeUpdate)
        .chain(staged -> staged == 0 ? Uni.createFrom().voidItem() : settle(session));
  }

  private Uni<Void> settle(Mutiny.Session session) {
    Instant now = Instant.now(clock);
    return Unlinking.run(session)
        .chain(() -> run(session, MOVE))
        .chain(() -> run(session, TOUCH_CYCLES, now))
        .chain(() -> Rows.of(session, IMPORTED_CYCLES).list(row -> row.uuid("cycle_id")))
        .chain(cycles -> importedYears.changed(session, cycles))
        .chain(() -> run(session, WITHDRAW))
        .chain(() -> run(session, DECLARE, now))
        .chain(() -> run(session, "delete from demographics.pending_change"))
        .replaceWithVoid();
  }

  private static Uni<Integer> run(Mutiny.Session session, String sql) {
    return session.createNativeQuery(sql).executeUpdate();
  }

  private static Uni<Integer> run(Mutiny.Session session, String sql, Instant now) {
    return session.createNativeQuery(sql).setParameter("now", now).executeUpdate();
  }
}
