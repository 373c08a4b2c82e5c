package org.evenhand.review.growth.observation;

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

/** Loads observations. */
@ApplicationScoped
class ObservationRepository {

  Uni<Optional<GatheredObservation>> find(Mutiny.Session session, UUID id) {
    return session.find(GatheredObservation.class, id).map(Optional::ofNullable);
  }

  /**
   * Held until the transaction ends. Who changes it, or says its words in an answer that is
   * remembered, holds it: so its words go from all of those when they go.
   */
  Uni<Optional<GatheredObservation>> hold(Mutiny.Session session, UUID id) {
    return session
        .find(GatheredObservation.class, id, LockMode.PESSIMISTIC_WRITE)
        .map(Optional::ofNullable);
  }

  /** In the order of their ids; a single one may be in the session already. */
  Uni<List<GatheredObservation>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.size() == 1) {
      return find(session, ids.iterator().next()).map(found -> found.stream().toList());
    }
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from GatheredObservation o where o.id in (:ids) order by o.id",
                GatheredObservation.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** How many one person keeps about another. */
  Uni<Long> kept(Mutiny.Session session, UUID author, UUID subject) {
    return session
        .createSelectionQuery(
            "select count(o) from GatheredObservation o where o.authorId = :author"
                + " and o.subjectId = :subject and o.state = KEPT",
            Long.class)
        .setParameter("author", author)
        .setParameter("subject", subject)
        .getSingleResult();
  }

  static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such observation, or you may not know of it.");
  }
}
