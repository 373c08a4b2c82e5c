package org.evenhand.kit.data.testapp;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.database.DependencyAway;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts events per subject, an effect that shows when something is lost or handled twice. */
@ApplicationScoped
public class CountingHandler implements EventHandler {

  public static final String TOPIC = "test.counted";

  /** What the handler reads of an event. */
  public record Counted(int weight) {}

  private volatile boolean strict = true;
  private volatile boolean away;
  private final AtomicInteger transactions = new AtomicInteger();

  @Override
  public String topic() {
    return TOPIC;
  }

  /** Not strict any more: as after a fix of the handler. */
  public void strict(boolean value) {
    strict = value;
  }

  public void away(boolean value) {
    away = value;
  }

  /** How often it was handed something since it was asked last. */
  public int transactions() {
    return transactions.getAndSet(0);
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    if (away) {
      throw new DependencyAway("a service that the handler asks");
    }
    transactions.incrementAndGet();
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(event -> count(session, event))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Integer> count(Mutiny.Session session, ReceivedEvent event) {
    int weight = event.tombstone() ? 0 : event.as(Counted.class).weight();
    if (strict && weight < 0) {
      throw new RefusedEvent("a weight below zero");
    }
    return session
        .createNativeQuery(
            "insert into counted as c (subject, events, last) values (?1, 1, ?2)"
                + " on conflict (subject) do update set events = c.events + 1,"
                + " last = excluded.last")
        .setParameter(1, event.subject())
        .setParameter(2, event.sequence())
        .executeUpdate();
  }
}
