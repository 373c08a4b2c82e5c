package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.evenhand.kit.data.audit.Audit;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what happened to a session, in the transaction in which it happens: the event for
 * those who listen, and the link of the audit chain. Flushes first, because the event carries the
 * version after the change.
 */
@ApplicationScoped
class Chronicle {

  private static final String AGGREGATE = "calibration-session";

  private final Outbox outbox;
  private final Audit audit;
  private final Random random = new SecureRandom();

  Chronicle(Outbox outbox, Audit audit) {
    this.outbox = outbox;
    this.audit = audit;
  }

  /** The session is in another state. */
  Uni<Void> became(Mutiny.Session db, Session session, UUID actor) {
    return db.flush().chain(() -> write(db, session, actor, SessionEvents.became(session)));
  }

  /** The scores are revealed: its event carries who gave which. */
  Uni<Void> revealed(
      Mutiny.Session db, Session session, List<Sample> samples, List<Score> scores, UUID actor) {
    return db.flush()
        .chain(
            () ->
                write(
                    db, session, actor, SessionEvents.revealed(session, samples, scores, random)));
  }

  /** The session is locked: its event carries all decisions. */
  Uni<Void> locked(Mutiny.Session db, Session session, List<Sample> samples, UUID actor) {
    return db.flush()
        .chain(() -> write(db, session, actor, SessionEvents.locked(session, samples)));
  }

  /** A sample was withdrawn, and its review goes free. */
  Uni<Void> released(Mutiny.Session db, Session session, Sample sample, String reason, UUID actor) {
    return db.flush()
        .chain(() -> outbox.append(db, SessionEvents.released(session, sample.reviewId())))
        .chain(
            () ->
                audit.record(
                    db,
                    AGGREGATE,
                    session.id(),
                    "sample-withdrawn",
                    actor.toString(),
                    Map.of("reviewId", sample.reviewId(), "reason", reason)));
  }

  /** Something inside the session changed that is nobody's business outside. */
  Uni<Void> noted(
      Mutiny.Session db, Session session, String action, UUID actor, @Nullable Object content) {
    return db.flush()
        .chain(() -> audit.record(db, AGGREGATE, session.id(), action, actor.toString(), content));
  }

  private Uni<Void> write(Mutiny.Session db, Session session, UUID actor, OutboxEvent event) {
    return outbox
        .append(db, event)
        .chain(
            () ->
                audit.record(
                    db,
                    AGGREGATE,
                    session.id(),
                    session.state().slug(),
                    actor.toString(),
                    Map.of("version", session.version())));
  }
}
