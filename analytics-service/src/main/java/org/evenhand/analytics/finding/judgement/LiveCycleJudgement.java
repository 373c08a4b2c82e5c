package org.evenhand.analytics.finding.judgement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.counts.CountingLock;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.StandingRatings;
import org.evenhand.analytics.finding.Judgement;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.analytics.publication.Editions;
import org.evenhand.analytics.publication.Moment;
import org.evenhand.analytics.publication.Publishing;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Judges a cycle that is lived here, once for the results that are proposed to be shared: as soon
 * as all reviews that wait for it have come in. Other results, proposed later, are judged anew.
 */
@ApplicationScoped
class LiveCycleJudgement implements DueTask {

  static final String KIND = "live-cycle-judgement";

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** A session asks the database one thing after the other. */
  private static final int ONE_AT_A_TIME = 1;

  private final JudgementRepository repository;
  private final CycleIntake intake;
  private final Cycles cycles;
  private final StandingRatings ratings;
  private final Editions editions;
  private final Publishing publishing;
  private final Judgements judgements;
  private final DueWork dueWork;
  private final Clock clock;

  LiveCycleJudgement(
      JudgementRepository repository,
      CycleIntake intake,
      Cycles cycles,
      StandingRatings ratings,
      Editions editions,
      Publishing publishing,
      Judgements judgements,
      DueWork dueWork,
      Clock clock) {
    this.repository = repository;
    this.intake = intake;
    this.cycles = cycles;
    this.ratings = ratings;
    this.editions = editions;
    this.publishing = publishing;
    this.judgements = judgements;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Looks once more where nobody counts meanwhile, so that every dimension has the same people. */
  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return proposed(session, cycleId)
        .chain(
            proposed ->
                proposed.next() == Next.JUDGE
                    ? CountingLock.alone(session).chain(() -> proposed(session, cycleId))
                    : Uni.createFrom().item(proposed))
        .chain(proposed -> take(session, cycleId, proposed));
  }

  private enum Next {
    NOTHING,
    WAIT,
    JUDGE
  }

  /**
   * What is known of the results that are proposed to be shared.
   *
   * @param edition empty where none are any more
   * @param last the last judgement of the cycle
   * @param isWhole whether all of them have come in
   */
  private record Proposed(Optional<Long> edition, Optional<Judgement> last, boolean isWhole) {

    Next next() {
      if (edition.isEmpty() || last.filter(by -> by.covers(edition.get())).isPresent()) {
        return Next.NOTHING;
      }
      return isWhole ? Next.JUDGE : Next.WAIT;
    }
  }

  private Uni<Proposed> proposed(Mutiny.Session session, UUID cycleId) {
    return Uni.combine()
        .all()
        .unis(
            intake.edition(session, cycleId),
            repository.lastJudgement(session, cycleId),
            intake.isWhole(session, cycleId))
        .usingConcurrencyOf(ONE_AT_A_TIME)
        .with(Proposed::new);
  }

  private Uni<Void> take(Mutiny.Session session, UUID cycleId, Proposed proposed) {
    return switch (proposed.next()) {
      case NOTHING -> Uni.createFrom().voidItem();
      case WAIT -> lookAgain(session, cycleId);
      case JUDGE ->
          cycles
              .find(session, cycleId)
              .chain(
                  found ->
                      found
                          .map(cycle -> judge(session, cycle, proposed.edition().orElseThrow()))
                          .orElseGet(() -> lookAgain(session, cycleId)));
    };
  }

  private Uni<Void> lookAgain(Mutiny.Session session, UUID cycleId) {
    return dueWork.schedule(session, KIND, cycleId, Instant.now(clock).plus(LOOK_EVERY));
  }

  /** What is judged of a cycle is what is shown of it from then on. */
  private Uni<Void> judge(Mutiny.Session session, Cycle cycle, long edition) {
    return ratings
        .stand(session, cycle)
        .chain(() -> editions.last(session, cycle))
        .chain(last -> publish(session, cycle, last))
        .chain(() -> judgements.judge(session, cycle, edition));
  }

  /** Who reads the topics from their beginning may have published the closed cycle before this. */
  private Uni<Void> publish(Mutiny.Session session, Cycle cycle, Optional<Edition> last) {
    return last.filter(Edition::reportsOnly).isPresent()
        ? publishing.publishChanged(session, cycle, Moment.SHARING_PROPOSED)
        : publishing.publish(session, cycle, Moment.SHARING_PROPOSED);
  }
}
