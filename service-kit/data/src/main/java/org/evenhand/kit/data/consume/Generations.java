package org.evenhand.kit.data.consume;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts the rewinds of a consumer. A batch locks the number in share mode until it commits. So a
 * rewind waits for running batches, and every later batch sees the new number, in any instance.
 */
@ApplicationScoped
public class Generations {

  /** The row has to exist before the first batch, or there is nothing to lock. */
  Uni<Void> create(Mutiny.Session session, EventHandler handler) {
    return session
        .createNativeQuery(
            "insert into inbox_generation (topic, consumer, generation) values (?, ?, 0)"
                + " on conflict do nothing",
            new AffectedEntities())
        .setParameter(1, handler.topic())
        .setParameter(2, handler.group())
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Long> hold(Mutiny.Session session, EventHandler handler) {
    return Rows.unflushed(
            session,
            "select generation from inbox_generation"
                + " where topic = :topic and consumer = :consumer for share")
        .bind("topic", handler.topic())
        .bind("consumer", handler.group())
        .one(row -> row.bigint("generation"));
  }

  Uni<Void> next(Mutiny.Session session, EventHandler handler) {
    return session
        .createNativeQuery(
            "insert into inbox_generation as g (topic, consumer, generation) values (?, ?, 1)"
                + " on conflict (topic, consumer) do update set generation = g.generation + 1",
            new AffectedEntities())
        .setParameter(1, handler.topic())
        .setParameter(2, handler.group())
        .executeUpdate()
        .replaceWithVoid();
  }
}
