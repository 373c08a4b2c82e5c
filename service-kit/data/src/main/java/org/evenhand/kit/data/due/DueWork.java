package org.evenhand.kit.data.due;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Work that falls due by itself. A row waits until its time, and the first instance to take it runs
 * its {@link DueTask}. Work that fell due while everything was stopped runs at the next start.
 */
@ApplicationScoped
public class DueWork {

  /** One row per kind and subject: scheduling anew moves it. */
  public Uni<Void> schedule(Mutiny.Session session, String kind, UUID subject, Instant dueAt) {
    return session
        .createNativeQuery(
            "insert into due_work (kind, subject, due_at, try_at) values (?1, ?2, ?3, ?3)"
                + " on conflict (kind, subject) do update set due_at = excluded.due_at,"
                + " try_at = excluded.try_at, attempts = 0, last_error = null",
            new AffectedEntities())
        .setParameter(1, kind)
        .setParameter(2, subject)
        .setParameter(3, dueAt.atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }

  public Uni<Void> cancel(Mutiny.Session session, String kind, UUID subject) {
    return session
        .createNativeQuery(
            "delete from due_work where kind = ? and subject = ?", new AffectedEntities())
        .setParameter(1, kind)
        .setParameter(2, subject)
        .executeUpdate()
        .replaceWithVoid();
  }
}
