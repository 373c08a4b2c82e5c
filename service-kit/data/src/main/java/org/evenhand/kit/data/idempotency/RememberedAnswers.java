package org.evenhand.kit.data.idempotency;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table of keys and first answers. */
@ApplicationScoped
class RememberedAnswers {

  private final Clock clock;
  private final IdempotencySettings settings;

  public RememberedAnswers(Clock clock, IdempotencySettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Waits for the request that holds the key now. Fails with SQLSTATE 55P03 when that takes too
   * long.
   */
  public Uni<Claim> claim(Mutiny.Session session, Command command) {
    Instant now = Instant.now(clock);
    return Rows.unflushed(
            session,
            "select claimed, coalesce(same_request, false) as same_request,"
                + " status, location, version, body from idempotency_claim("
                + ":command, :operation, :hash, :now, :oldest, :patience)")
        .bind("command", command.hash())
        .bind("operation", command.operation())
        .bind("hash", command.requestHash())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("oldest", now.minus(settings.keep()).atOffset(ZoneOffset.UTC))
        .bind("patience", settings.patience().toMillis() + "ms")
        .one(RememberedAnswers::read);
  }

  public Uni<Void> store(
      Mutiny.Session session,
      Command command,
      int status,
      @Nullable String location,
      @Nullable Long version,
      @Nullable String body) {
    return session
        .createNativeQuery(
            "update idempotency set status = ?, location = ?, version = ?, body = ?"
                + " where command = ?",
            new AffectedEntities())
        .setParameter(1, status)
        .setParameter(2, location)
        .setParameter(3, version)
        .setParameter(4, body)
        .setParameter(5, command.hash())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** An answer that isn't to be remembered frees its key. */
  public Uni<Void> forget(Mutiny.Session session, Command command) {
    return session
        .createNativeQuery("delete from idempotency where command = ?", new AffectedEntities())
        .setParameter(1, command.hash())
        .executeUpdate()
        .replaceWithVoid();
  }

  public Uni<Void> takeWords(Mutiny.Session session, Collection<UUID> objects) {
    return session
        .createNativeQuery(
            "update idempotency set body = null where body is not null"
                + " and idempotency_mentions(operation, location) && cast(:ids as text[])",
            new AffectedEntities())
        .setParameter("ids", objects.stream().map(UUID::toString).toArray(String[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Claim read(Row row) {
    return new Claim(
        row.flag("claimed"),
        row.flag("same_request"),
        row.orNull("status", Row::integer),
        row.orNull("location", Row::text),
        row.orNull("version", Row::bigint),
        row.orNull("body", Row::text));
  }

  public Uni<Integer> purge(Mutiny.Session session) {
    return session
        .createNativeQuery("delete from idempotency where created_at < ?", new AffectedEntities())
        .setParameter(1, Instant.now(clock).minus(settings.keep()).atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
