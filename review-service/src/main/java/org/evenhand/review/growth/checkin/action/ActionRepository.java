package org.evenhand.review.growth.checkin.action;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Loads actions. The two alone find one. */
@ApplicationScoped
public class ActionRepository {

  private static final UUID LOWEST = new UUID(0, 0);

  Uni<CheckInAction> get(Mutiny.Session session, UUID id, UUID viewer) {
    return session
        .find(CheckInAction.class, id)
        .map(
            found ->
                Optional.ofNullable(found)
                    .filter(action -> action.party(viewer).isPresent())
                    .orElseThrow(
                        () ->
                            Problem.of(
                                CommonProblem.NOT_FOUND,
                                "There is no such action, or you may not know of it.")));
  }

  /** In the order of their ids. */
  Uni<List<CheckInAction>> page(
      Mutiny.Session session,
      UUID viewer,
      @Nullable ActionState state,
      @Nullable UUID after,
      int limit) {
    Mutiny.SelectionQuery<CheckInAction> query =
        session
            .createSelectionQuery(
                "from CheckInAction a where (a.employeeId = :viewer or a.managerId = :viewer)"
                    + " and a.id > :after"
                    + (state == null ? "" : " and a.state = :state")
                    + " order by a.id",
                CheckInAction.class)
            .setParameter("viewer", viewer)
            .setParameter("after", after == null ? LOWEST : after)
            .setMaxResults(limit);
    return (state == null ? query : query.setParameter("state", state)).getResultList();
  }

  public Uni<List<CheckInAction>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from CheckInAction a where a.id in (:ids) order by a.id", CheckInAction.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  Uni<Long> open(Mutiny.Session session, UUID assignment) {
    return session
        .createSelectionQuery(
            "select count(a) from CheckInAction a"
                + " where a.assignmentId = :assignment and a.state = :open",
            Long.class)
        .setParameter("assignment", assignment)
        .setParameter("open", ActionState.OPEN)
        .getSingleResult();
  }
}
