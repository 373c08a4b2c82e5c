package org.evenhand.kit.data.imports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queue of imports and their progress. */
@ApplicationScoped
class OpenImports {

  private final Clock clock;

  public OpenImports(Clock clock) {
    this.clock = clock;
  }

  /** True when this transaction is the only one at work on the kind, until it ends. */
  Uni<Boolean> lock(Mutiny.Session session, String kind) {
    return Rows.unflushed(
            session, "select pg_try_advisory_xact_lock(hashtextextended(:work, 0)) as held")
        .bind("work", "import " + kind)
        .one(row -> row.flag("held"));
  }

  /** In order of arrival: what a later file says counts after what an earlier one says. */
  Uni<Optional<OpenImport>> first(Mutiny.Session session, String kind) {
    return Rows.unflushed(
            session,
            """
            select id, state = 'QUEUED' as queued, dry_run, similar_keys_meant, rows,
              applied_through, cast(sender as text) as sender
            from import where kind = :kind and state in ('QUEUED', 'APPLYING')
            order by received_at, id limit 1
            """)
        .bind("kind", kind)
        .atMostOne(
            row ->
                new OpenImport(
                    row.uuid("id"),
                    row.flag("queued"),
                    row.flag("dry_run"),
                    row.flag("similar_keys_meant"),
                    row.bigint("rows"),
                    row.bigint("applied_through"),
                    row.orNull("sender", OpenImports::sender)));
  }

  private static ImportSender sender(Row row, String column) {
    return row.json(column, ImportSender.class);
  }

  Uni<Void> prepared(Mutiny.Session session, UUID id) {
    return session
        .createNativeQuery(
            "update import set state = 'APPLYING', touched_at = ? where id = ?",
            new AffectedEntities())
        .setParameter(1, now())
        .setParameter(2, id)
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> advanced(Mutiny.Session session, UUID id, long through, Counts counts) {
    return session
        .createNativeQuery(
            "update import set applied_through = ?, created = created + ?, changed = changed + ?,"
                + " unchanged = unchanged + ?, refused = refused + ?, touched_at = ?"
                + " where id = ?",
            new AffectedEntities())
        .setParameter(1, through)
        .setParameter(2, counts.created())
        .setParameter(3, counts.changed())
        .setParameter(4, counts.unchanged())
        .setParameter(5, counts.refused())
        .setParameter(6, now())
        .setParameter(7, id)
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * The file's content goes as soon as it isn't needed; outcomes stay where they can be asked for
   * again.
   */
  Uni<Void> finished(Mutiny.Session session, UUID id, boolean keepOutcomes) {
    return end(session, id, ImportState.DONE, null)
        .chain(
            () ->
                session
                    .createNativeQuery(
                        keepOutcomes
                            ? "update import_row set \"values\" = null where import_id = ?"
                            : "delete from import_row where import_id = ?",
                        new AffectedEntities())
                    .setParameter(1, id)
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Void> failed(Mutiny.Session session, UUID id, Problem problem) {
    return end(session, id, ImportState.FAILED, problem)
        .chain(
            () ->
                session
                    .createNativeQuery(
                        "delete from import_row where import_id = ?", new AffectedEntities())
                    .setParameter(1, id)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** A failed import frees its key: only an answer of success is given again. */
  private Uni<Integer> end(
      Mutiny.Session session, UUID id, ImportState state, @Nullable Problem failure) {
    return session
        .createNativeQuery(
            "update import set state = ?1, failure = ?2, failure_code = ?3, finished_at = ?4,"
                + " touched_at = ?4,"
                + " idempotency_key = case when ?1 = 'FAILED' then null else idempotency_key end"
                + " where id = ?5",
            new AffectedEntities())
        .setParameter(1, state.name())
        .setParameter(2, failure == null ? null : failure.detail())
        .setParameter(3, failure == null ? null : failure.type().name())
        .setParameter(4, now())
        .setParameter(5, id)
        .executeUpdate();
  }

  private OffsetDateTime now() {
    return Instant.now(clock).atOffset(ZoneOffset.UTC);
  }
}
