package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Once a cycle is shared, says of its editions that they hold nothing that is not. A large cycle is
 * shared part by part: while more of it comes in, it looks again.
 */
@ApplicationScoped
class SharedRatings implements DueTask {

  static final String KIND = "ratings-shared";

  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
  private static final Duration STILL = Duration.ofMinutes(10);

  private final EditionWork work;
  private final EditionStore editions;
  private final DueWork dueWork;
  private final Clock clock;

  SharedRatings(EditionWork work, EditionStore editions, DueWork dueWork, Clock clock) {
    this.work = work;
    this.editions = editions;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return work.onceCounted(
        session,
        KIND,
        cycleId,
        cycle -> editions.markShared(session, cycle).chain(() -> lookAgain(session, cycle)));
  }

  private Uni<Void> lookAgain(Mutiny.Session session, Cycle cycle) {
    Instant now = Instant.now(clock);
    return editions
        .isBeingShared(session, cycle, now.minus(STILL))
        .chain(
            going ->
                going
                    ? dueWork.schedule(session, KIND, cycle.id(), now.plus(LOOK_EVERY))
                    : Uni.createFrom().voidItem());
  }
}
