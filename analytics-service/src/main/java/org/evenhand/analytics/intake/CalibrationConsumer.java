package org.evenhand.analytics.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.agreement.Agreements;
import org.evenhand.analytics.agreement.SessionRevealed;
import org.evenhand.kit.data.EventHandler;
import org.evenhand.kit.data.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the agreement of each session. What a session decides comes with the reviews. */
@ApplicationScoped
public class CalibrationConsumer implements EventHandler {

  public static final String TOPIC = "evenhand.internal.calibration";

  private static final String REVEALED = "org.evenhand.session.revealed.v1";

  private final Agreements agreements;

  CalibrationConsumer(Agreements agreements) {
    this.agreements = agreements;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    Map<UUID, SessionRevealed> revealed = new LinkedHashMap<>();
    for (ReceivedEvent event : batch) {
      if (event.type().equals(REVEALED)) {
        SessionRevealed row = event.as(SessionPayload.class).toRow(event.time());
        revealed.put(row.sessionId(), row);
      }
    }
    return revealed.isEmpty()
        ? Uni.createFrom().voidItem()
        : agreements.keep(session, List.copyOf(revealed.values()));
  }
}
