package org.evenhand.review.growth.feedback;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads feedback. */
@ApplicationScoped
public class FeedbackRepository {

  public Uni<Optional<Feedback>> find(Mutiny.Session session, UUID id) {
    return whole(session, session.find(Feedback.class, id));
  }

  /**
   * Held until the transaction ends. Who changes it, or says its words in an answer that is
   * remembered, holds it: so its words go from all of those when they go.
   */
  public Uni<Optional<Feedback>> hold(Mutiny.Session session, UUID id) {
    return whole(session, session.find(Feedback.class, id, LockMode.PESSIMISTIC_WRITE));
  }

  private static Uni<Optional<Feedback>> whole(Mutiny.Session session, Uni<Feedback> found) {
    return found
        .onItem()
        .ifNotNull()
        .call(one -> session.fetch(one.recipients()))
        .map(Optional::ofNullable);
  }

  /** In the order of their ids. */
  public Uni<List<Feedback>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from Feedback f join fetch f.recipients where f.id in (:ids) order by f.id",
                Feedback.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such feedback, or you may not know of it.");
  }
}
