package org.evenhand.calibration.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.jspecify.annotations.Nullable;

/** What comes about with sessions, as audit and listeners read it. */
public final class SessionEvents {

  /** The audit's name for a session. */
  public static final String AGGREGATE = "calibration-session";

  /** What our other services read of calibration. */
  public static final String TOPIC = "evenhand.internal.calibration";

  private SessionEvents() {}

  /** The session is in another state. */
  public static SessionFact became() {
    return became(null);
  }

  /**
   * @param details what the event tells beside the session
   */
  public static SessionFact became(@Nullable Object details) {
    return session ->
        told(
            session,
            session.state().slug(),
            Map.of("version", session.version()),
            session.state().slug(),
            details);
  }

  /** A review that the session gives back while it goes on. */
  public static SessionFact released(UUID review, String reason) {
    return session ->
        told(
            session,
            "sample-withdrawn",
            Map.of("reviewId", review, "reason", reason),
            "review-released",
            new Released(List.of(review)));
  }

  /** Something inside the session changed that is nobody's business outside. */
  public static SessionFact noted(String action, @Nullable Object content) {
    return session -> Fact.noted(AGGREGATE, session.id(), action, content);
  }

  private record Released(List<UUID> released) {}

  /** Of an exercise nobody else hears: no review waits for it, and no figure is made of it. */
  private static Fact told(
      Session session, String action, Object content, String what, @Nullable Object details) {
    return session.isExercise()
        ? Fact.noted(AGGREGATE, session.id(), action, content)
        : Fact.told(AGGREGATE, session.id(), action, content, event(session, what, details));
  }

  private static OutboxEvent event(Session session, String what, @Nullable Object details) {
    var id = session.id().toString();
    return new OutboxEvent(
        TOPIC,
        "org.evenhand.session." + what + ".v1",
        id,
        id,
        session.version(),
        SessionEvent.of(session, details));
  }
}
