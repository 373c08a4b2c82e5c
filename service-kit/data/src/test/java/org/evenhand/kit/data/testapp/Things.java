package org.evenhand.kit.data.testapp;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** An application class as the services have them. */
@ApplicationScoped
public class Things {

  public static final String TOPIC = "test.things";

  /** What the events carry. */
  public record ThingState(UUID id, String name, long version) {}

  private final Mutiny.SessionFactory sessions;
  private final Outbox outbox;

  public Things(Mutiny.SessionFactory sessions, Outbox outbox) {
    this.sessions = sessions;
    this.outbox = outbox;
  }

  public Uni<Thing> create(String name) {
    return create(name, 0);
  }

  public Uni<Thing> create(String name, int slowMillis) {
    return sessions.withTransaction(
        session -> {
          Thing thing = new Thing(UUID.randomUUID(), name, List.of(), null);
          return session
              .persist(thing)
              .chain(session::flush)
              .chain(() -> tell(session, thing))
              .chain(() -> sleep(session, slowMillis))
              .replaceWith(thing);
        });
  }

  /** Holds one lock while it waits for another, as work on two rows does. */
  public Uni<Thing> createLocking(String name, long first, long pause, long second) {
    return sessions.withTransaction(
        session ->
            create(name)
                .call(() -> lock(session, "pg_advisory_xact_lock", first))
                .call(() -> lock(session, "pg_advisory_xact_lock_shared", pause))
                .call(() -> lock(session, "pg_advisory_xact_lock", second)));
  }

  public Uni<Thing> rename(UUID id, String name) {
    return rename(id, name, 0, thing -> {});
  }

  public Uni<Thing> rename(UUID id, String name, int slowMillis, Consumer<Thing> check) {
    return sessions.withTransaction(
        session ->
            session
                .find(Thing.class, id)
                .invoke(check)
                .call(() -> sleep(session, slowMillis))
                .invoke(thing -> thing.rename(name))
                .call(session::flush)
                .call(thing -> tell(session, thing)));
  }

  private Uni<Void> tell(Mutiny.Session session, Thing thing) {
    return outbox.append(
        session,
        new OutboxEvent(
            TOPIC,
            "org.evenhand.thing.named.v1",
            thing.id().toString(),
            thing.id().toString(),
            thing.version(),
            new ThingState(thing.id(), thing.name(), thing.version())));
  }

  private static Uni<Void> lock(Mutiny.Session session, String how, long lock) {
    return Rows.of(session, "select cast(" + how + "(:lock) as text)").bind("lock", lock).run();
  }

  private static Uni<Void> sleep(Mutiny.Session session, int millis) {
    return millis == 0
        ? Uni.createFrom().voidItem()
        : Rows.of(session, "select cast(pg_sleep(:seconds) as text)")
            .bind("seconds", millis / 1000.0)
            .run();
  }
}
