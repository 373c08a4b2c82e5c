package org.evenhand.review.growth.peer.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.growth.peer.PeerRepository;
import org.evenhand.review.review.Allowed;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Once a request to somebody has ended, they may have room for those of other reviews that have
 * waited. Each review is looked at by itself.
 */
@ApplicationScoped
class PeerTurns implements DueTask {

  private static final String KIND = "peer-turn";
  private static final String SYSTEM = "review-service";

  private static final String WAITING =
      """
      insert into due_work (kind, subject, due_at, try_at)
      select '%s', q.review_id, :now, :now from peer_request q
      where q.peer_id = :peer and q.state = 'AGREED'
      on conflict (kind, subject) do nothing
      """
          .formatted(KIND);

  private final PeerRepository requests;
  private final PeerAsking asking;
  private final ReviewRepository reviews;
  private final CycleRepository cycles;
  private final Journal journal;
  private final Clock clock;

  PeerTurns(
      PeerRepository requests,
      PeerAsking asking,
      ReviewRepository reviews,
      CycleRepository cycles,
      Journal journal,
      Clock clock) {
    this.requests = requests;
    this.asking = asking;
    this.reviews = reviews;
    this.cycles = cycles;
    this.journal = journal;
    this.clock = clock;
  }

  /** A request to the peer has ended. */
  Uni<Void> ended(Mutiny.Session session, UUID peer) {
    return session
        .createNativeQuery(WAITING, new AffectedEntities())
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter("peer", peer)
        .executeUpdate()
        .replaceWithVoid();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return requests
        .holdReview(session, id)
        .chain(() -> reviews.find(session, id))
        .map(found -> found.orElseThrow())
        .chain(review -> look(session, review));
  }

  private Uni<Void> look(Mutiny.Session session, Review review) {
    return isOpen(session, review)
        .chain(
            open ->
                open
                    ? ask(session, review)
                        .chain(facts -> journal.write(session, SYSTEM, () -> facts))
                    : Uni.createFrom().voidItem());
  }

  private Uni<Boolean> isOpen(Mutiny.Session session, Review review) {
    return cycles
        .get(session, review.cycleId())
        .map(
            cycle ->
                Allowed.actions(review, cycle.state()).contains(ReviewAction.PEER_CONTRIBUTION));
  }

  private Uni<List<Fact>> ask(Mutiny.Session session, Review review) {
    return requests.ofReview(session, review.id()).chain(all -> asking.ask(session, review, all));
  }
}
