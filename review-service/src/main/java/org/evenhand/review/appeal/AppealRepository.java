package org.evenhand.review.appeal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.review.Review;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads appeals; everything that belongs to one comes with it. */
@ApplicationScoped
public class AppealRepository {

  public Uni<Optional<Appeal>> find(Mutiny.Session session, UUID id) {
    return session.find(Appeal.class, id).map(Optional::ofNullable);
  }

  /** In the order of their ids; a single one may be in the session already. */
  public Uni<List<Appeal>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.size() == 1) {
      return find(session, ids.iterator().next()).map(found -> found.stream().toList());
    }
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery("from Appeal a where a.id in (:ids) order by a.id", Appeal.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** All against the results of a review, whichever revision and however they ended. */
  public Uni<List<Appeal>> ofReview(Mutiny.Session session, UUID review) {
    return session
        .createSelectionQuery(
            "from Appeal a where a.reviewId = :review order by a.revision", Appeal.class)
        .setParameter("review", review)
        .getResultList();
  }

  /** Whether there has been one against this result, however it ended. */
  public Uni<Boolean> exists(Mutiny.Session session, Review review) {
    return session
        .createSelectionQuery(
            "select count(a) from Appeal a where a.reviewId = :review and a.revision = :revision",
            Long.class)
        .setParameter("review", review.id())
        .setParameter("revision", review.revision())
        .getSingleResult()
        .map(count -> count > 0);
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such appeal, or you may not know of it.");
  }
}
