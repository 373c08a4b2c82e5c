package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.review.policy.Eligibility;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts what the submitted reviews of a cycle would have come to. */
@ApplicationScoped
class ReviewChunks {

  private final PastReviews reviews;
  private final Tally tally;
  private final Finishing finishing;

  ReviewChunks(PastReviews reviews, Tally tally, Finishing finishing) {
    this.reviews = reviews;
    this.tally = tally;
    this.finishing = finishing;
  }

  Uni<Void> count(Mutiny.Session session, Replay replay, ReplayedCycle replayed) {
    return reviews
        .next(session, replayed)
        .chain(
            chunk ->
                chunk.isEmpty()
                    ? end(session, replay, replayed, chunk.under().policy().eligibility())
                    : count(session, replay, replayed, chunk));
  }

  private Uni<Void> count(
      Mutiny.Session session, Replay replay, ReplayedCycle replayed, PastReviews.Chunk chunk) {
    return tally
        .reviews(session, replay, replayed, chunk.all())
        .invoke(() -> replayed.advance(chunk.size(), chunk.last()));
  }

  private Uni<Void> end(
      Mutiny.Session session, Replay replay, ReplayedCycle replayed, Eligibility past) {
    if (replay.draft().rules().eligibility().equals(past)) {
      return finishing.finish(session, replay, replayed);
    }
    replayed.lookAtThePopulation();
    return Uni.createFrom().voidItem();
  }
}
