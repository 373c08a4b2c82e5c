package org.evenhand.policy.anchor;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.policy.calibration.CalibrationListener;
import org.hibernate.reactive.mutiny.Mutiny;

/** Forgets the scores of sessions that were cancelled after their reveal. */
@ApplicationScoped
class CancelledSessions implements CalibrationListener {

  private static final String CANCELLED = "org.evenhand.session.cancelled.v1";

  private final LevelAgreements agreements;

  CancelledSessions(LevelAgreements agreements) {
    this.agreements = agreements;
  }

  @Override
  public Set<String> types() {
    return Set.of(CANCELLED);
  }

  @Override
  public Uni<Void> take(Mutiny.Session session, ReceivedEvent event) {
    return agreements.forget(session, UUID.fromString(event.subject()));
  }
}
