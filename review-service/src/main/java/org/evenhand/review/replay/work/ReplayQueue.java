package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * All replays, one after the other: what one may tell depends on what those before it have told, so
 * no two are at work at once. They share one row of due work.
 */
@ApplicationScoped
class ReplayQueue {

  static final String KIND = "impact-replay";

  private static final UUID ALL = new UUID(0, 0);

  private final DueWork dueWork;
  private final Clock clock;

  ReplayQueue(DueWork dueWork, Clock clock) {
    this.dueWork = dueWork;
    this.clock = clock;
  }

  Uni<Void> goOn(Mutiny.Session session) {
    return dueWork.schedule(session, KIND, ALL, clock.instant());
  }

  /**
   * What is at work is ended first, whatever came since: ids of two instances have no order, and
   * partitions neither. One that cuts in would count people whom the other has grouped without it.
   */
  Uni<Optional<ReplayedCycle>> next(Mutiny.Session session) {
    return session
        .createSelectionQuery(
            "from ReplayedCycle c where c.stage not in (COUNTED, REFUSED)"
                + " order by case when c.stage = WAITING then 1 else 0 end, c.id.replayId, c.place",
            ReplayedCycle.class)
        .setMaxResults(1)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  Uni<List<ReplayedCycle>> of(Mutiny.Session session, UUID replayId) {
    return session
        .createSelectionQuery(
            "from ReplayedCycle c where c.id.replayId = :id order by c.place", ReplayedCycle.class)
        .setParameter("id", replayId)
        .getResultList();
  }
}
