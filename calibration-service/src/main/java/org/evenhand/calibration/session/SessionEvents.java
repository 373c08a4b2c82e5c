package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/** Sessions as events. Reasons in words stay behind: they are about people. */
final class SessionEvents {

  private static final String TOPIC = "evenhand.internal.calibration";

  private SessionEvents() {}

  /**
   * {@code agreement} from REVEALED on, {@code measures} and {@code blindScores} when REVEALED,
   * {@code decisions} when LOCKED, {@code released} when a sample was withdrawn. In no event does
   * the order of reviews or scores follow the samples' places.
   */
  record SessionPayload(
      UUID sessionId,
      UUID cycleId,
      SessionState state,
      UUID facilitatorId,
      UUID coFacilitatorId,
      int reviews,
      @Nullable Agreement agreement,
      @Nullable Measures measures,
      @Nullable ScoreMatrix blindScores,
      @Nullable Instant lockedAt,
      @Nullable List<Decided> decisions,
      @Nullable List<UUID> released) {}

  record Decided(
      UUID reviewId,
      Decision.Kind decision,
      @Nullable Integer ordinal,
      Decision.ReasonCode reasonCode) {}

  static OutboxEvent became(Session session) {
    return event(session, session.state().slug(), null, null, null, null);
  }

  /** Two people's scores stay here: neither could be compared without telling of the other. */
  static OutboxEvent revealed(
      Session session, List<Sample> samples, List<Score> scores, Random random) {
    var agreement = session.agreement();
    return agreement == null || agreement.paired()
        ? became(session)
        : event(
            session,
            session.state().slug(),
            Measures.of(samples, scores),
            ScoreMatrix.of(samples, scores).map(matrix -> matrix.shuffled(random)).orElse(null),
            null,
            null);
  }

  static OutboxEvent locked(Session session, List<Sample> samples) {
    return event(
        session,
        session.state().slug(),
        null,
        null,
        samples.stream()
            .map(SessionEvents::decided)
            .sorted(Comparator.comparing(Decided::reviewId))
            .toList(),
        null);
  }

  /** A review that the session gives back while it goes on. */
  static OutboxEvent released(Session session, UUID review) {
    return event(session, "review-released", null, null, null, List.of(review));
  }

  private static OutboxEvent event(
      Session session,
      String what,
      @Nullable Measures measures,
      @Nullable ScoreMatrix blindScores,
      @Nullable List<Decided> decisions,
      @Nullable List<UUID> released) {
    var id = session.id().toString();
    return new OutboxEvent(
        TOPIC,
        "org.evenhand.session." + what + ".v1",
        id,
        id,
        session.version(),
        new SessionPayload(
            session.id(),
            session.cycleId(),
            session.state(),
            session.facilitatorId(),
            session.coFacilitatorId(),
            session.reviewIds().size(),
            session.agreement(),
            measures,
            blindScores,
            session.lockedAt(),
            decisions,
            released));
  }

  private static Decided decided(Sample sample) {
    var decision = sample.decision();
    if (decision == null) {
      throw new IllegalStateException("locked with an undecided review " + sample.reviewId());
    }
    return new Decided(
        sample.reviewId(), decision.kind(), decision.ordinal(), decision.reasonCode());
  }
}
