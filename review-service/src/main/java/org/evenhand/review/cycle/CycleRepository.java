package org.evenhand.review.cycle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Loads cycles. */
@ApplicationScoped
public class CycleRepository {

  private static final UUID HIGHEST = new UUID(-1, -1);

  /**
   * @throws Problem 404 when there is none
   */
  public Uni<Cycle> get(Mutiny.Session session, UUID id) {
    return session.find(Cycle.class, id).onItem().ifNull().failWith(CycleRepository::unknown);
  }

  /**
   * Loads a cycle that nobody can move until this transaction ends; others may hold it likewise.
   * What is done to a review under a state of its cycle needs that state to stay.
   */
  public Uni<Cycle> hold(Mutiny.Session session, UUID id) {
    return hold(session, id, LockModeType.PESSIMISTIC_READ);
  }

  /** As {@link #hold}, while nobody else holds it. */
  public Uni<Cycle> holdAlone(Mutiny.Session session, UUID id) {
    return hold(session, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private static Uni<Cycle> hold(Mutiny.Session session, UUID id, LockModeType mode) {
    return session.find(Cycle.class, id, mode).onItem().ifNull().failWith(CycleRepository::unknown);
  }

  /** Those that exist, in the order of their ids; a single one may be in the session already. */
  public Uni<List<Cycle>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    if (ids.size() == 1) {
      return session
          .find(Cycle.class, ids.iterator().next())
          .map(found -> found == null ? List.of() : List.of(found));
    }
    return session
        .createSelectionQuery("from Cycle c where c.id in (:ids) order by c.id", Cycle.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Newest first. */
  public Uni<List<Cycle>> list(
      Mutiny.Session session, boolean drafts, @Nullable UUID before, int limit) {
    Set<CycleState> states =
        drafts
            ? EnumSet.allOf(CycleState.class)
            : EnumSet.complementOf(EnumSet.of(CycleState.DRAFT));
    return session
        .createSelectionQuery(
            "from Cycle c where c.id < :before and c.state in (:states) order by c.id desc",
            Cycle.class)
        .setParameter("before", before == null ? HIGHEST : before)
        .setParameter("states", states)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Scheduled cycles that wait for a policy. */
  public Uni<List<Cycle>> scheduledUnder(Mutiny.Session session, UUID policyId) {
    return session
        .createSelectionQuery(
            "from Cycle c where c.policyId = :policy and c.state = SCHEDULED order by c.id",
            Cycle.class)
        .setParameter("policy", policyId)
        .getResultList();
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such cycle, or you may not know of it.");
  }
}
