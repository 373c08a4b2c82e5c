package org.evenhand.review.growth.peer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads requests to peers. */
@ApplicationScoped
public class PeerRepository {

  private static final String HELD =
      "select e.id from employee e where e.id = any(:peers) order by e.id for no key update";

  /** Of whom fewer than these can still be answered, of whatever reviews. */
  private static final String FREE =
      """
      select e.id from employee e
      where e.id = any(:peers) and :most > (
        select count(*) from peer_request q
        join review r on r.id = q.review_id join cycle c on c.id = r.cycle_id
        where q.peer_id = e.id and q.state = 'ASKED'
          and r.phase in ('NOT_STARTED', 'IN_PROGRESS') and c.state <> 'CANCELLED'
          and (c.state <> 'CLOSED' or r.revision > 1))
      """;

  public Uni<Optional<PeerRequest>> find(Mutiny.Session session, UUID id) {
    return session.find(PeerRequest.class, id).map(Optional::ofNullable);
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

  /**
   * Holds the review before anything of it is read: who changes its requests, or whom it asks, at
   * the same time comes after this one.
   */
  public Uni<Void> holdReview(Mutiny.Session session, UUID review) {
    return Rows.of(session, "select r.id from review r where r.id = :review for no key update")
        .bind("review", review)
        .run();
  }

  /** As {@link #holdReview}, of the review that a request belongs to. */
  public Uni<Void> holdReviewOf(Mutiny.Session session, UUID request) {
    return Rows.of(
            session,
            "select r.id from review r where r.id ="
                + " (select q.review_id from peer_request q where q.id = :request)"
                + " for no key update")
        .bind("request", request)
        .run();
  }

  public Uni<List<PeerRequest>> ofReview(Mutiny.Session session, UUID review) {
    return session
        .createSelectionQuery(
            "from PeerRequest q where q.reviewId = :review order by q.id", PeerRequest.class)
        .setParameter("review", review)
        .getResultList();
  }

  /**
   * Those of the peers for whom fewer requests wait than these. They are held, in one order: of two
   * who ask the same ones the second counts after the first, and neither waits for ever.
   */
  public Uni<Set<UUID>> free(Mutiny.Session session, Set<UUID> peers, long most) {
    UUID[] ids = peers.toArray(UUID[]::new);
    return Rows.of(session, HELD)
        .bind("peers", ids)
        .run()
        .chain(
            () ->
                Rows.of(session, FREE)
                    .bind("peers", ids)
                    .bind("most", most)
                    .list(row -> row.uuid("id")))
        .map(Set::copyOf);
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such request, or you may not know of it.");
  }
}
