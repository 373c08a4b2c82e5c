package org.evenhand.calibration.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What review-service tells: the state of reviews, which feeds the pool, and whether it has applied
 * a locked session's decisions. Applied, the session is PUBLISHED; refused, it is READY again with
 * the reason, and nothing has changed in any review.
 */
@ApplicationScoped
class Outcome implements EventHandler {

  private static final String APPLIED = "org.evenhand.session.applied.v1";
  private static final String REFUSED = "org.evenhand.session.refused.v1";

  private final Pool pool;
  private final Chronicle chronicle;
  private final Clock clock;

  Outcome(Pool pool, Chronicle chronicle, Clock clock) {
    this.pool = pool;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  record Told(UUID sessionId, @Nullable JsonNode reason) {}

  @Override
  public String topic() {
    return "evenhand.internal.ratings";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session db, List<ReceivedEvent> batch) {
    var reviews = batch.stream().filter(event -> !ofSession(event)).toList();
    var outcomes = batch.stream().filter(Outcome::ofSession).toList();
    return pool.take(db, reviews).chain(() -> take(db, outcomes));
  }

  private Uni<Void> take(Mutiny.Session db, List<ReceivedEvent> outcomes) {
    if (outcomes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return take(db, outcomes.get(0)).chain(() -> take(db, outcomes.subList(1, outcomes.size())));
  }

  private Uni<Void> take(Mutiny.Session db, ReceivedEvent event) {
    var told = event.as(Told.class);
    return db.find(Session.class, told.sessionId())
        .chain(
            session -> {
              if (session == null) {
                throw new RefusedEvent("there is no session " + told.sessionId());
              }
              if (session.state() != SessionState.LOCKED) {
                return Uni.createFrom().voidItem();
              }
              if (event.type().equals(APPLIED)) {
                session.become(SessionState.PUBLISHED, Instant.now(clock));
              } else {
                var reason = told.reason();
                session.refuse(
                    reason == null ? "review-service gave no reason" : reason.asText(),
                    Instant.now(clock));
              }
              return chronicle.became(db, session, session.coFacilitatorId());
            });
  }

  private static boolean ofSession(ReceivedEvent event) {
    return event.type().equals(APPLIED) || event.type().equals(REFUSED);
  }
}
