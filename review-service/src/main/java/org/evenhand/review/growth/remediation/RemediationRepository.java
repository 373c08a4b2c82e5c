package org.evenhand.review.growth.remediation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads remediation plans. */
@ApplicationScoped
public class RemediationRepository {

  public Uni<Optional<RemediationPlan>> find(Mutiny.Session session, UUID id) {
    return session.find(RemediationPlan.class, id).map(Optional::ofNullable);
  }

  /** In the order of their ids; a single one may be in the session already. */
  public Uni<List<RemediationPlan>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.size() == 1) {
      return find(session, ids.iterator().next()).map(found -> found.stream().toList());
    }
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from RemediationPlan p where p.id in (:ids) order by p.id", RemediationPlan.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  public static Problem unknown() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such plan, or you may not know of it.");
  }
}
