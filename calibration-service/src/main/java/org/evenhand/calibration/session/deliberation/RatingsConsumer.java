package org.evenhand.calibration.session.deliberation;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What review-service tells: the state of reviews, which feeds the pool, and whether it has applied
 * a locked session's decisions. Applied, the session is PUBLISHED; refused, it is READY again with
 * the reason, and nothing has changed in any review.
 */
@ApplicationScoped
class RatingsConsumer implements EventHandler {

  private static final String APPLIED = "org.evenhand.session.applied.v1";
  private static final String REFUSED = "org.evenhand.session.refused.v1";

  private final Pool pool;
  private final Journal journal;
  private final Clock clock;

  RatingsConsumer(Pool pool, Journal journal, Clock clock) {
    this.pool = pool;
    this.journal = journal;
    this.clock = clock;
  }

  record SessionAnswered(UUID sessionId, @Nullable JsonNode reason) {

    String why() {
      return reason == null ? "review-service gave no reason" : reason.asText();
    }
  }

  @Override
  public String topic() {
    return "evenhand.internal.ratings";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session db, List<ReceivedEvent> batch) {
    var ofSessions =
        batch.stream()
            .filter(event -> isOfSession(event) || carriesReview(event))
            .collect(Collectors.partitioningBy(RatingsConsumer::isOfSession));
    return pool.take(db, ofSessions.getOrDefault(false, List.of()))
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(ofSessions.getOrDefault(true, List.of()))
                    .onItem()
                    .transformToUniAndConcatenate(event -> settle(db, event))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  /** What becomes of an appeal is on the same topic, and isn't for sessions. */
  private static boolean carriesReview(ReceivedEvent event) {
    return event.type().startsWith("org.evenhand.review.")
        || event.type().startsWith("org.evenhand.rating.");
  }

  private static boolean isOfSession(ReceivedEvent event) {
    return event.type().equals(APPLIED) || event.type().equals(REFUSED);
  }

  private Uni<Void> settle(Mutiny.Session db, ReceivedEvent event) {
    var answered = event.as(SessionAnswered.class);
    return db.find(Session.class, answered.sessionId())
        .onItem()
        .ifNull()
        .failWith(() -> new RefusedEvent("there is no session " + answered.sessionId()))
        .chain(
            session ->
                session.isAwaitingAnswer()
                    ? settle(db, session, event.type().equals(APPLIED), answered)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> settle(
      Mutiny.Session db, Session session, boolean applied, SessionAnswered answered) {
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (applied) {
      session.publish(at);
    } else {
      session.reopen(answered.why(), at);
    }
    return journal.write(
        db,
        session.members().coFacilitatorId().toString(),
        () -> List.of(SessionEvents.became().of(session)));
  }
}
