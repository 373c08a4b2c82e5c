package org.evenhand.review.growth.opportunity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads opportunities. */
@ApplicationScoped
public class OpportunityRepository {

  private static final String HELD = "select id from opportunity where id = :id for update";

  /**
   * Keeps everybody else from it until the transaction ends: its applications change one after the
   * other, and never while it closes or is decided. To be asked before it is loaded.
   */
  public Uni<Void> hold(Mutiny.Session session, UUID id) {
    return Rows.of(session, HELD).bind("id", id).run();
  }

  public Uni<Opportunity> get(Mutiny.Session session, UUID id) {
    return session
        .find(Opportunity.class, id)
        .map(found -> Optional.ofNullable(found).orElseThrow(OpportunityRepository::unknown));
  }

  /** In the order of their ids. */
  public Uni<List<Opportunity>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from Opportunity o where o.id in (:ids) order by o.id", Opportunity.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such opportunity, or you may not know of it.");
  }
}
