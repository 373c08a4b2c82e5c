package org.evenhand.review.growth.peer.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.review.growth.peer.PeerRequest;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Of whom nothing is asked any more: they owe nothing, and the review is closed to them. Its trail,
 * which the reviewee comes to read, doesn't say so.
 */
@ApplicationScoped
class PeerReleasing {

  private final Duties duties;
  private final PeerTurns turns;

  PeerReleasing(Duties duties, PeerTurns turns) {
    this.duties = duties;
    this.turns = turns;
  }

  Uni<Void> release(Mutiny.Session session, Review review, PeerRequest request) {
    review.release(request.peerId());
    return session
        .flush()
        .chain(() -> duties.follow(session, ReviewFacts.AGGREGATE, List.of(review.id())))
        .chain(() -> turns.ended(session, request.peerId()));
  }
}
