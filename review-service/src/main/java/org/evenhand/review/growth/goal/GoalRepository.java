package org.evenhand.review.growth.goal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads goals; everything that belongs to one comes with it. */
@ApplicationScoped
public class GoalRepository {

  private static final List<GoalState> OPEN =
      List.of(GoalState.DRAFT, GoalState.PROPOSED, GoalState.AGREED);

  public Uni<Optional<Goal>> find(Mutiny.Session session, UUID id) {
    return session.find(Goal.class, id).map(Optional::ofNullable);
  }

  /** In the order of their ids; a single one may be in the session already. */
  public Uni<List<Goal>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.size() == 1) {
      return find(session, ids.iterator().next()).map(found -> found.stream().toList());
    }
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery("from Goal g where g.id in (:ids) order by g.id", Goal.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Those that can still change, of some assignments, in the order of their ids. */
  public Uni<List<Goal>> open(Mutiny.Session session, Collection<UUID> assignments) {
    return assignments.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from Goal g where g.assignmentId in (:assignments) and g.state in (:open)"
                    + " order by g.id",
                Goal.class)
            .setParameter("assignments", assignments)
            .setParameter("open", OPEN)
            .getResultList();
  }

  public Uni<GoalSet> set(Mutiny.Session session, UUID assignment) {
    return open(session, List.of(assignment)).map(GoalSet::new);
  }

  /**
   * What waited has gone.
   *
   * @param countedOn whether others were weighed with it
   * @throws Problem GOAL_WEIGHTS unless the others are a whole without it then
   */
  public Uni<Void> settle(Mutiny.Session session, UUID assignment, boolean countedOn) {
    return countedOn
        ? set(session, assignment).invoke(GoalSet::settle).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  public static Problem unknown() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such goal, or you may not know of it.");
  }
}
