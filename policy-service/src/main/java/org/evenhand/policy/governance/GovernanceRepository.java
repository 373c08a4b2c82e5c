package org.evenhand.policy.governance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reviews of governance in the database. */
@ApplicationScoped
public class GovernanceRepository {

  /**
   * @throws Problem 404
   */
  public Uni<GovernanceReview> review(Mutiny.Session session, UUID id) {
    return session
        .find(GovernanceReview.class, id)
        .onItem()
        .ifNull()
        .failWith(GovernanceRepository::notFound);
  }

  /** The number of the last one; 0 before the first. */
  public Uni<Integer> lastNumber(Mutiny.Session session) {
    return session
        .createSelectionQuery(
            "select coalesce(max(r.number), 0) from GovernanceReview r", Integer.class)
        .getSingleResult();
  }

  /** Those that are to be held, late ones included. */
  public Uni<List<GovernanceReview>> ahead(Mutiny.Session session) {
    return session
        .createSelectionQuery(
            "from GovernanceReview r where r.state in (SCHEDULED, PREPARED, MISSED, ESCALATED)"
                + " order by r.number",
            GovernanceReview.class)
        .getResultList();
  }

  /** All before a review. There are a dozen a year at most. */
  public Uni<List<GovernanceReview>> before(Mutiny.Session session, int number) {
    return session
        .createSelectionQuery(
            "from GovernanceReview r where r.number < :number order by r.number",
            GovernanceReview.class)
        .setParameter("number", number)
        .getResultList();
  }

  public Uni<List<GovernanceReview>> after(Mutiny.Session session, int number, int most) {
    return session
        .createSelectionQuery(
            "from GovernanceReview r where r.number > :number order by r.number",
            GovernanceReview.class)
        .setParameter("number", number)
        .setMaxResults(most)
        .getResultList();
  }

  public Uni<List<GovernanceReview>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return session
        .createSelectionQuery(
            "from GovernanceReview r where r.id in :ids order by r.id", GovernanceReview.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  private static Problem notFound() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such review of governance.");
  }
}
