package org.evenhand.review.growth.peer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads requests to peers. */
@ApplicationScoped
public class PeerRepository {

  /** Those that a peer can still answer, of whatever review. */
  private static final String OPEN =
      """
      select count(*) as open from peer_request q
      join review r on r.id = q.review_id join cycle c on c.id = r.cycle_id
      where q.peer_id = :peer and q.state = 'ASKED'
        and r.phase in ('NOT_STARTED', 'IN_PROGRESS') and c.state <> 'CANCELLED'
        and (c.state <> 'CLOSED' or r.revision > 1)
      """;

  public Uni<Optional<PeerRequest>> find(Mutiny.Session session, UUID id) {
    return session.find(PeerRequest.class, id).map(Optional::ofNullable);
  }

  /** Held until the transaction ends. */
  public Uni<Optional<PeerRequest>> hold(Mutiny.Session session, UUID id) {
    return session
        .find(PeerRequest.class, id, LockMode.PESSIMISTIC_WRITE)
        .map(Optional::ofNullable);
  }

  public Uni<List<PeerRequest>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from PeerRequest q where q.id in (:ids) order by q.id", PeerRequest.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** All of a review; who changes them at the same time comes after this one. */
  public Uni<List<PeerRequest>> holdAll(Mutiny.Session session, UUID review) {
    return Rows.of(session, "select r.id from review r where r.id = :review for no key update")
        .bind("review", review)
        .run()
        .chain(
            () ->
                session
                    .createSelectionQuery(
                        "from PeerRequest q where q.reviewId = :review order by q.id",
                        PeerRequest.class)
                    .setParameter("review", review)
                    .getResultList());
  }

  /** How many wait for somebody; whoever asks them at the same time counts after this one. */
  public Uni<Long> openOf(Mutiny.Session session, UUID peer) {
    return Rows.of(session, "select e.id from employee e where e.id = :peer for no key update")
        .bind("peer", peer)
        .run()
        .chain(() -> Rows.of(session, OPEN).bind("peer", peer).one(row -> row.bigint("open")));
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such request, or you may not know of it.");
  }
}
