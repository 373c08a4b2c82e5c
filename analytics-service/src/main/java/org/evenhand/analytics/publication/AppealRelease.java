package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.RatingsConsumer;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.kit.data.due.DueTask;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes by protected attribute what came of the appeals of a closed cycle, once, when the last
 * of them has ended. Those are counted who count in the edition at the closure, as they were then.
 */
@ApplicationScoped
class AppealRelease implements DueTask {

  private final EditionWork work;
  private final EditionStore editions;
  private final AppealStore appeals;
  private final ProtectedGroups groups;
  private final DemographicDimensions dimensions;
  private final Clock clock;

  AppealRelease(
      EditionWork work,
      EditionStore editions,
      AppealStore appeals,
      ProtectedGroups groups,
      DemographicDimensions dimensions,
      Clock clock) {
    this.work = work;
    this.editions = editions;
    this.appeals = appeals;
    this.groups = groups;
    this.dimensions = dimensions;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return RatingsConsumer.APPEAL_ENDED;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return work.onceCounted(session, kind(), cycleId, cycle -> publishDue(session, cycle));
  }

  /** Nothing before the cycle is closed: the closure makes it due once more. */
  private Uni<Void> publishDue(Mutiny.Session session, Cycle cycle) {
    return editions
        .last(session, cycle)
        .chain(
            last ->
                last.filter(Edition::reportsOnly)
                    .map(closing -> publishDue(session, cycle, closing))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> publishDue(Mutiny.Session session, Cycle cycle, Edition closing) {
    return appeals
        .isDue(session, cycle, closing)
        .chain(due -> due ? publish(session, cycle, closing) : Uni.createFrom().voidItem());
  }

  private Uni<Void> publish(Mutiny.Session session, Cycle cycle, Edition closing) {
    return appeals
        .release(session, cycle, closing, Instant.now(clock))
        .chain(() -> dimensions.all(session))
        .onItem()
        .transformToMulti(all -> Multi.createFrom().iterable(all))
        .onItem()
        .transformToUniAndConcatenate(
            dimension ->
                groups
                    .ofAppeals(session, cycle, closing, dimension)
                    .chain(decided -> appeals.keep(session, cycle, decided)))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
