package org.evenhand.analytics.finding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.Guard;
import org.evenhand.analytics.publication.Publications;
import org.evenhand.kit.data.DueTask;
import org.evenhand.kit.data.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Judges a cycle that is lived here, once: as soon as all reviews that wait to be shared have come
 * in. What is submitted after that goes along without being judged again.
 */
@ApplicationScoped
class LiveCycleJudgement implements DueTask {

  static final String KIND = "live-cycle-judgement";

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final FindingRepository repository;
  private final CycleIntake intake;
  private final Cycles cycles;
  private final Publications publications;
  private final Judgements judgements;
  private final DueWork dueWork;
  private final Clock clock;

  LiveCycleJudgement(
      FindingRepository repository,
      CycleIntake intake,
      Cycles cycles,
      Publications publications,
      Judgements judgements,
      DueWork dueWork,
      Clock clock) {
    this.repository = repository;
    this.intake = intake;
    this.cycles = cycles;
    this.publications = publications;
    this.judgements = judgements;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return repository
        .lastJudgement(session, cycleId)
        .chain(
            last ->
                last.isPresent()
                    ? Uni.createFrom().voidItem()
                    : ifWhole(
                        session,
                        cycleId,
                        () -> Guard.alone(session).chain(() -> guarded(session, cycleId))));
  }

  /** Looks once more where nobody counts meanwhile, so that every dimension has the same people. */
  private Uni<Void> guarded(Mutiny.Session session, UUID cycleId) {
    return ifWhole(
        session,
        cycleId,
        () -> cycles.find(session, cycleId).chain(cycle -> judge(session, cycle.orElseThrow())));
  }

  private Uni<Void> judge(Mutiny.Session session, Cycle cycle) {
    return publications
        .publishStanding(session, cycle)
        .chain(
            () ->
                judgements.judge(
                    session,
                    cycle,
                    dimension -> publications.lookAtPublished(session, cycle, dimension)));
  }

  private Uni<Void> ifWhole(Mutiny.Session session, UUID cycleId, Supplier<Uni<Void>> then) {
    return intake
        .isWhole(session, cycleId)
        .chain(whole -> whole ? then.get() : lookAgain(session, cycleId));
  }

  private Uni<Void> lookAgain(Mutiny.Session session, UUID cycleId) {
    return dueWork.schedule(session, KIND, cycleId, Instant.now(clock).plus(LOOK_EVERY));
  }
}
