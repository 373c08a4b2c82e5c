package org.evenhand.review.growth.feedback;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads feedback. */
@ApplicationScoped
public class FeedbackRepository {

  public Uni<Optional<Feedback>> find(Mutiny.Session session, UUID id) {
    return session.find(Feedback.class, id).map(Optional::ofNullable);
  }

  /** In the order of their ids. */
  public Uni<List<Feedback>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from Feedback f where f.id in (:ids) order by f.id", Feedback.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such feedback, or you may not know of it.");
  }
}
