package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.OutboxEvent;
import org.jspecify.annotations.Nullable;

/** Sessions as events. Reasons in words stay behind: they are about people. */
final class SessionEvents {

  private static final String TOPIC = "evenhand.internal.calibration";

  private SessionEvents() {}

  /**
   * {@code agreement} from REVEALED on, {@code measures} and {@code blindScores} when REVEALED,
   * {@code decisions} when LOCKED.
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
      @Nullable List<Decided> decisions) {}

  record Decided(
      UUID reviewId,
      Decision.Kind decision,
      @Nullable Integer ordinal,
      Decision.ReasonCode reasonCode) {}

  static OutboxEvent became(Session session) {
    return event(session, null, null, null);
  }

  /** Two people's scores stay here: neither could be compared without telling of the other. */
  static OutboxEvent revealed(Session session, List<Sample> samples, List<Score> scores) {
    var agreement = session.agreement();
    return agreement == null || agreement.paired()
        ? became(session)
        : event(
            session,
            Measures.of(samples, scores),
            ScoreMatrix.of(session.raterIds(), samples, scores).orElse(null),
            null);
  }

  static OutboxEvent locked(Session session, List<Sample> samples) {
    return event(session, null, null, samples.stream().map(SessionEvents::decided).toList());
  }

  private static OutboxEvent event(
      Session session,
      @Nullable Measures measures,
      @Nullable ScoreMatrix blindScores,
      @Nullable List<Decided> decisions) {
    var id = session.id().toString();
    return new OutboxEvent(
        TOPIC,
        "org.evenhand.session." + session.state().slug() + ".v1",
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
            decisions));
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
