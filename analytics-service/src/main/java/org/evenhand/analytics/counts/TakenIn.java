package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.evenhand.kit.data.consume.Consumers;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** Work that waits until all that lies in a topic has been counted, and nothing is counted anew. */
@ApplicationScoped
public class TakenIn {

  private static final String IS_REBUILDING = "select id from rebuild where state = 'RUNNING'";

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Consumers consumers;
  private final DueWork dueWork;
  private final Clock clock;

  TakenIn(Consumers consumers, DueWork dueWork, Clock clock) {
    this.consumers = consumers;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /**
   * Runs a step of due work while nobody counts, or looks again later.
   *
   * @param kind of the due work that this is
   */
  public Uni<Void> once(
      Mutiny.Session session, String topic, String kind, UUID subject, Supplier<Uni<Void>> step) {
    return all(session, topic)
        .chain(
            counted ->
                counted
                    ? CountingLock.publishing(session).chain(step::get)
                    : dueWork.schedule(
                        session, kind, subject, Instant.now(clock).plus(LOOK_EVERY)));
  }

  private Uni<Boolean> all(Mutiny.Session session, String topic) {
    return Rows.of(session, IS_REBUILDING)
        .any()
        .chain(
            rebuilding ->
                rebuilding
                    ? Uni.createFrom().item(false)
                    : consumers.remaining(topic).map(left -> left == 0));
  }
}
