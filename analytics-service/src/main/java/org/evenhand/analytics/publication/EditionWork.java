package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.RatingsConsumer;
import org.evenhand.analytics.counts.TakenIn;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is to be done at a moment once everything that came before it has been counted. Topics are
 * in no order among each other; but whatever was told before the cycle's event lies in the topic of
 * ratings by then, so that all of it is counted when nothing of the topic remains.
 */
@ApplicationScoped
class EditionWork {

  private final TakenIn takenIn;
  private final Cycles cycles;

  EditionWork(TakenIn takenIn, Cycles cycles) {
    this.takenIn = takenIn;
    this.cycles = cycles;
  }

  /**
   * Runs a step while nobody counts, or looks again later.
   *
   * @param kind of the due work that this is
   */
  Uni<Void> onceCounted(
      Mutiny.Session session, String kind, UUID cycleId, Function<Cycle, Uni<Void>> step) {
    return takenIn.once(
        session,
        RatingsConsumer.TOPIC,
        kind,
        cycleId,
        () ->
            cycles
                .find(session, cycleId)
                .chain(found -> found.map(step).orElseGet(() -> Uni.createFrom().voidItem())));
  }
}
