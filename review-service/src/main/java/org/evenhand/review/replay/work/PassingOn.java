package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.review.rating.Origin;
import org.evenhand.review.replay.Earlier;
import org.evenhand.review.replay.Result;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Passes on to analytics-service what was told of the block of each review, which holds five people
 * at least, and never what the review itself came to. Who is of which group is known there alone,
 * and what reviewers wrote here alone.
 */
@ApplicationScoped
class PassingOn {

  private final PastReviews reviews;
  private final Counts counts;
  private final Outbox outbox;

  PassingOn(PastReviews reviews, Counts counts, Outbox outbox) {
    this.reviews = reviews;
    this.counts = counts;
    this.outbox = outbox;
  }

  /** Of an imported year the levels of the mapping say all. */
  Uni<Void> passOn(Mutiny.Session session, Replay replay, ReplayedCycle cycle) {
    boolean imported =
        cycle.result().map(Result::origin).filter(Origin.HISTORY::equals).isPresent();
    return imported
        ? end(session, replay, cycle)
        : reviews
            .next(session, cycle)
            .chain(
                chunk ->
                    chunk.isEmpty()
                        ? end(session, replay, cycle)
                        : passOn(session, replay, cycle, chunk));
  }

  private Uni<Void> passOn(
      Mutiny.Session session, Replay replay, ReplayedCycle cycle, PastReviews.Chunk chunk) {
    return counts
        .earlier(session, cycle.cycleId())
        .map(told -> outcomes(chunk, told))
        .chain(
            outcomes ->
                outbox.append(
                    session,
                    ToldOutcomes.part(replay, cycle.cycleId(), cycle.nextPart(), outcomes).event()))
        .invoke(() -> cycle.advance(chunk.size(), chunk.last()));
  }

  /** Nothing of a review in a block of which nothing is told. */
  private static List<ToldOutcomes.One> outcomes(PastReviews.Chunk chunk, List<Earlier> told) {
    return chunk.reviews().stream()
        .flatMap(
            one ->
                Earlier.toldLast(Earlier.block(one.past(), told))
                    .map(level -> new ToldOutcomes.One(one.reviewId(), level))
                    .stream())
        .toList();
  }

  private Uni<Void> end(Mutiny.Session session, Replay replay, ReplayedCycle cycle) {
    int last = cycle.nextPart();
    cycle.passedOn();
    return outbox.append(session, ToldOutcomes.last(replay, cycle.cycleId(), last).event());
  }
}
