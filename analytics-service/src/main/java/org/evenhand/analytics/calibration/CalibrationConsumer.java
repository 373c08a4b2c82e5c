package org.evenhand.analytics.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.agreement.Agreements;
import org.evenhand.analytics.agreement.SessionRevealed;
import org.evenhand.analytics.rater.BlindSession;
import org.evenhand.analytics.rater.BlindSessions;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Stores the agreement of each session and its blind scores. A session's decisions come with the
 * reviews.
 */
@ApplicationScoped
public class CalibrationConsumer implements EventHandler {

  public static final String TOPIC = "evenhand.internal.calibration";

  private static final String REVEALED = "org.evenhand.session.revealed.v1";

  private final Agreements agreements;
  private final BlindSessions blindSessions;

  CalibrationConsumer(Agreements agreements, BlindSessions blindSessions) {
    this.agreements = agreements;
    this.blindSessions = blindSessions;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    Map<UUID, SessionRevealed> revealed = new LinkedHashMap<>();
    Map<UUID, BlindSession> scored = new LinkedHashMap<>();
    for (ReceivedEvent event : batch) {
      if (event.type().equals(REVEALED)) {
        SessionPayload payload = event.as(SessionPayload.class);
        revealed.put(payload.sessionId(), payload.toRow(event.time()));
        payload.toScores(event.time()).ifPresent(scores -> scored.put(scores.sessionId(), scores));
      }
    }
    return revealed.isEmpty()
        ? Uni.createFrom().voidItem()
        : agreements
            .keep(session, List.copyOf(revealed.values()))
            .chain(() -> blindSessions.keep(session, List.copyOf(scored.values())));
  }
}
