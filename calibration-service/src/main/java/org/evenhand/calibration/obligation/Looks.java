package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Has managers looked at, each soon and by itself: one statement, however many they are. */
@ApplicationScoped
class Looks {

  /** Longer than a quarter: whoever has led somebody in it. */
  private static final int RECENT_DAYS = 100;

  private static final String LOOK =
      """
      insert into due_work (kind, subject, due_at, try_at)
      select '%s', manager_id, cast(:now as timestamptz), cast(:now as timestamptz)
      from (select distinct manager_id from work_spell
            where manager_id is not null and %%s) concerned
      order by manager_id
      on conflict (kind, subject) do update set due_at = excluded.due_at,
        try_at = excluded.try_at, attempts = 0, last_error = null
      """
          .formatted(ObligationWatch.KIND);

  private static final String ALL = LOOK.formatted("until is null");

  private static final String CONCERNED =
      LOOK.formatted(
          """
          (until is null or until > :recent)
          and (person_id = any (cast(:people as uuid[]))
            or manager_id = any (cast(:people as uuid[])))
          """);

  private static final String NEW =
      LOOK.formatted(
          """
          until is null
          and manager_id in (select l.manager_id from leads_since l where l.since > :offered)
          """);

  private final Clock clock;

  Looks(Clock clock) {
    this.clock = clock;
  }

  /** At all who lead somebody. */
  Uni<Void> atAll(Mutiny.Session db) {
    return run(query(db, ALL));
  }

  /** At those of these people who lead somebody, and at whoever leads them or has until now. */
  Uni<Void> atThoseAround(Mutiny.Session db, Collection<UUID> people) {
    return run(
        query(db, CONCERNED)
            .setParameter("people", people.toArray(UUID[]::new))
            .setParameter("recent", LocalDate.now(clock).minusDays(RECENT_DAYS)));
  }

  /** At those who began to lead somebody when a module was offered, or later. */
  Uni<Void> atThoseNewSince(Mutiny.Session db, Instant offered) {
    return run(
        query(db, NEW)
            .setParameter("offered", LocalDate.ofInstant(offered, ZoneOffset.UTC).minusDays(1)));
  }

  private Mutiny.MutationQuery query(Mutiny.Session db, String sql) {
    return db.createNativeQuery(sql, new AffectedEntities())
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC));
  }

  private static Uni<Void> run(Mutiny.MutationQuery query) {
    return query.executeUpdate().replaceWithVoid();
  }
}
