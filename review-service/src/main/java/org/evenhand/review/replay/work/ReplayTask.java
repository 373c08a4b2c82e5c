package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.review.replay.Refusal;
import org.evenhand.review.replay.work.ReplayedCycle.Stage;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts the next chunk of whatever replay was asked for first. The counts, the position, what
 * policy-service is told and the due work of the next chunk commit together: a kill at any moment
 * loses one uncommitted chunk, which is counted again. A chunk that fails again and again ends its
 * cycle, so that the others don't wait for it for ever.
 */
@ApplicationScoped
class ReplayTask implements DueTask {

  /** The tenth comes a quarter of an hour after the first. */
  static final int MOST_FAILURES = 10;

  private final ReplayQueue queue;
  private final Beginning beginning;
  private final ReviewChunks reviews;
  private final PopulationChunks population;
  private final HistoryCounting history;
  private final PassingOn passingOn;
  private final Counts counts;
  private final ReplayTelling telling;

  ReplayTask(
      ReplayQueue queue,
      Beginning beginning,
      ReviewChunks reviews,
      PopulationChunks population,
      HistoryCounting history,
      PassingOn passingOn,
      Counts counts,
      ReplayTelling telling) {
    this.queue = queue;
    this.beginning = beginning;
    this.reviews = reviews;
    this.population = population;
    this.history = history;
    this.passingOn = passingOn;
    this.counts = counts;
    this.telling = telling;
  }

  @Override
  public String kind() {
    return ReplayQueue.KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID all) {
    return run(session, all, 0);
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID all, int failures) {
    return queue
        .next(session)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : goOn(session, found.get(), failures));
  }

  private Uni<Void> goOn(Mutiny.Session session, ReplayedCycle cycle, int failures) {
    return session
        .find(Replay.class, cycle.replayId())
        .chain(
            replay -> {
              int before = cycle.stage() == Stage.WAITING ? -1 : cycle.percent();
              Uni<Void> step =
                  failures < MOST_FAILURES
                      ? step(session, replay, cycle)
                      : counts.refuse(session, cycle, Refusal.FAILED);
              return step.chain(() -> telling.tell(session, replay, cycle, before));
            })
        .chain(() -> queue.goOn(session));
  }

  private Uni<Void> step(Mutiny.Session session, Replay replay, ReplayedCycle cycle) {
    return switch (cycle.stage()) {
      case WAITING -> beginning.begin(session, replay, cycle);
      case REVIEWS -> reviews.count(session, replay, cycle);
      case POPULATION -> population.count(session, replay, cycle);
      case HISTORY -> history.count(session, replay, cycle);
      case PASSING_ON -> passingOn.passOn(session, replay, cycle);
      case COUNTED, REFUSED -> Uni.createFrom().voidItem();
    };
  }
}
