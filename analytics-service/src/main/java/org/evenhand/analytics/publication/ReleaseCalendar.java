package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.evenhand.analytics.counts.RatingsConsumer;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What falls due when a cycle that is lived here reaches a moment. At the proposal to share the
 * edition is made with the judgement of it.
 */
@ApplicationScoped
public class ReleaseCalendar {

  private final DueWork dueWork;
  private final Clock clock;

  ReleaseCalendar(DueWork dueWork, Clock clock) {
    this.dueWork = dueWork;
    this.clock = clock;
  }

  public Uni<Void> calibrationStarted(Mutiny.Session session, UUID cycleId) {
    return due(session, CalibrationEdition.KIND, cycleId);
  }

  public Uni<Void> shared(Mutiny.Session session, UUID cycleId) {
    return due(session, SharedRatings.KIND, cycleId);
  }

  public Uni<Void> closed(Mutiny.Session session, UUID cycleId) {
    return due(session, ClosingEdition.KIND, cycleId);
  }

  /** Nobody may have appealed, or all appeals may have ended by the closure. */
  Uni<Void> appealsEnded(Mutiny.Session session, UUID cycleId) {
    return due(session, RatingsConsumer.APPEAL_ENDED, cycleId);
  }

  private Uni<Void> due(Mutiny.Session session, String kind, UUID cycleId) {
    return dueWork.schedule(session, kind, cycleId, Instant.now(clock));
  }
}
