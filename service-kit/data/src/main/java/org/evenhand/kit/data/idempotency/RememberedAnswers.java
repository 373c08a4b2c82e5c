package org.evenhand.kit.data.idempotency;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table of keys and first answers. */
@ApplicationScoped
public class RememberedAnswers {

  private final Clock clock;
  private final IdempotencySettings settings;

  public RememberedAnswers(Clock clock, IdempotencySettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  /** Waits for whoever holds the key now. Fails with SQLSTATE 55P03 when that takes too long. */
  public Uni<Claim> claim(
      Mutiny.Session session, String client, String operation, String key, byte[] requestHash) {
    Instant now = Instant.now(clock);
    return session
        .createNativeQuery(
            "select claimed, same_request, status, location, version, body"
                + " from idempotency_claim(?, ?, ?, ?, ?, ?, ?)",
            Object[].class,
            new AffectedEntities())
        .setParameter(1, client)
        .setParameter(2, operation)
        .setParameter(3, key)
        .setParameter(4, requestHash)
        .setParameter(5, now.atOffset(ZoneOffset.UTC))
        .setParameter(6, now.minus(settings.keep()).atOffset(ZoneOffset.UTC))
        .setParameter(7, settings.patience().toMillis() + "ms")
        .getSingleResult()
        .map(
            row ->
                new Claim(
                    (Boolean) row[0],
                    Boolean.TRUE.equals(row[1]),
                    (Integer) row[2],
                    (String) row[3],
                    (Long) row[4],
                    (String) row[5]));
  }

  public Uni<Void> store(
      Mutiny.Session session,
      String client,
      String operation,
      String key,
      int status,
      @Nullable String location,
      @Nullable Long version,
      @Nullable String body) {
    return session
        .createNativeQuery(
            "update idempotency set status = ?, location = ?, version = ?, body = ?"
                + " where client = ? and operation = ? and key = ?",
            new AffectedEntities())
        .setParameter(1, status)
        .setParameter(2, location)
        .setParameter(3, version)
        .setParameter(4, body)
        .setParameter(5, client)
        .setParameter(6, operation)
        .setParameter(7, key)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** An answer that isn't to be remembered frees its key. */
  public Uni<Void> forget(Mutiny.Session session, String client, String operation, String key) {
    return session
        .createNativeQuery(
            "delete from idempotency where client = ? and operation = ? and key = ?",
            new AffectedEntities())
        .setParameter(1, client)
        .setParameter(2, operation)
        .setParameter(3, key)
        .executeUpdate()
        .replaceWithVoid();
  }

  public Uni<Integer> purge(Mutiny.Session session) {
    return session
        .createNativeQuery("delete from idempotency where created_at < ?", new AffectedEntities())
        .setParameter(1, Instant.now(clock).minus(settings.keep()).atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
