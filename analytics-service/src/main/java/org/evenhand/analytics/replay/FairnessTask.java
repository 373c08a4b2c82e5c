package org.evenhand.analytics.replay;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.RatingsConsumer;
import org.evenhand.analytics.counts.TakenIn;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.outbox.Outbox;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells policy-service how groups would have fared, once all parts have come and the cycle's last
 * edition is published. What it tells, and what it forgets, commit together: a kill at any moment
 * loses nothing and tells nothing twice.
 */
@ApplicationScoped
class FairnessTask implements DueTask {

  static final String KIND = "impact-replay-fairness";

  private final Tellings tellings;
  private final TakenIn takenIn;
  private final Cycles cycles;
  private final DemographicDimensions dimensions;
  private final ReplayedFairness fairness;
  private final Outbox outbox;
  private final DueWork dueWork;
  private final AnalyticsConfig config;
  private final Clock clock;

  FairnessTask(
      Tellings tellings,
      TakenIn takenIn,
      Cycles cycles,
      DemographicDimensions dimensions,
      ReplayedFairness fairness,
      Outbox outbox,
      DueWork dueWork,
      AnalyticsConfig config,
      Clock clock) {
    this.tellings = tellings;
    this.takenIn = takenIn;
    this.cycles = cycles;
    this.dimensions = dimensions;
    this.fairness = fairness;
    this.outbox = outbox;
    this.dueWork = dueWork;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return tellings
        .find(session, id)
        .chain(
            found ->
                found
                    .filter(telling -> !telling.over())
                    .map(telling -> run(session, telling))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** What can't be compared in time is forgotten all the same, whatever it waits for. */
  private Uni<Void> run(Mutiny.Session session, Telling telling) {
    if (!clock.instant().isBefore(telling.keptUntil())) {
      return tellings.forget(session, telling, clock.instant());
    }
    return telling.whole()
        ? takenIn.once(
            session, RatingsConsumer.TOPIC, KIND, telling.id(), () -> compare(session, telling))
        : dueWork.schedule(session, KIND, telling.id(), telling.keptUntil());
  }

  private Uni<Void> compare(Mutiny.Session session, Telling telling) {
    return dimensions
        .all(session)
        .chain(
            all ->
                all.isEmpty()
                    ? refuse(session, telling, FairnessTold.Refusal.NO_ATTRIBUTES)
                    : cycles
                        .find(session, telling.cycleId())
                        .chain(cycle -> compare(session, telling, cycle, all)));
  }

  private Uni<Void> compare(
      Mutiny.Session session, Telling telling, Optional<Cycle> found, List<Dimension> all) {
    if (found.isEmpty()) {
      return waitOrRefuse(session, telling, FairnessTold.Refusal.NOTHING_PUBLISHED);
    }
    Cycle cycle = found.get();
    return fairness
        .edition(session, cycle, telling.draft())
        .chain(
            edition ->
                edition.isEmpty()
                    ? waitOrRefuse(session, telling, FairnessTold.Refusal.NOTHING_PUBLISHED)
                    : compare(session, telling, cycle, edition.get(), all));
  }

  private Uni<Void> compare(
      Mutiny.Session session,
      Telling telling,
      Cycle cycle,
      Edition edition,
      List<Dimension> dimensions) {
    return fairness
        .hasOpenAppeals(session, cycle, edition)
        .chain(
            open ->
                open
                    ? waitOrRefuse(session, telling, FairnessTold.Refusal.APPEALS_OPEN)
                    : fairness
                        .of(session, telling, cycle, edition, dimensions)
                        .chain(
                            attributes ->
                                tell(
                                    session,
                                    telling,
                                    new FairnessTold(
                                        telling.replayId(), telling.cycleId(), null, attributes))));
  }

  /** The edition at the closure comes a moment after the cycle is closed. */
  private Uni<Void> waitOrRefuse(
      Mutiny.Session session, Telling telling, FairnessTold.Refusal why) {
    Instant next = clock.instant().plus(config.settle());
    return next.isAfter(telling.editionUntil())
        ? refuse(session, telling, why)
        : dueWork.schedule(session, KIND, telling.id(), next);
  }

  private Uni<Void> refuse(Mutiny.Session session, Telling telling, FairnessTold.Refusal why) {
    return tell(
        session, telling, new FairnessTold(telling.replayId(), telling.cycleId(), why, List.of()));
  }

  private Uni<Void> tell(Mutiny.Session session, Telling telling, FairnessTold told) {
    return outbox
        .append(session, told.event(telling.id()))
        .chain(() -> tellings.forget(session, telling, clock.instant()));
  }
}
