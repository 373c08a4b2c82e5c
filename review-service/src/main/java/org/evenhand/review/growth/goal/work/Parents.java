package org.evenhand.review.growth.goal.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.growth.goal.GoalState;
import org.evenhand.review.growth.goal.access.GoalAccess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which goal another one can serve: one that whoever links them may see, and no loop. */
@ApplicationScoped
class Parents {

  /** Two who link at the same time could close a loop that neither of them sees. */
  private static final String ONE_AT_A_TIME =
      "select cast(pg_advisory_xact_lock(hashtextextended('goal-link', 0)) as text) as held";

  private static final String LEADS_BACK =
      """
      with recursive up(id) as (
        select cast(:parent as uuid)
        union
        select g.parent_id from goal g join up on g.id = up.id where g.parent_id is not null)
      select id from up where id = :goal
      """;

  private final GoalAccess doors;
  private final GoalRepository goals;

  Parents(GoalAccess doors, GoalRepository goals) {
    this.doors = doors;
    this.goals = goals;
  }

  /**
   * @throws Problem RULE_VIOLATED
   */
  Uni<Void> require(
      Mutiny.Session session, Viewer viewer, @Nullable UUID goal, @Nullable UUID parent) {
    return parent == null
        ? Uni.createFrom().voidItem()
        : doors
            .relations(session, viewer, List.of(parent))
            .invoke(
                seen -> {
                  if (seen.isEmpty()) {
                    throw impossible(NOT_FOUND.at("/parentId", "is no goal that you may see"));
                  }
                })
            .chain(() -> goals.find(session, parent))
            .invoke(found -> requireGoingOn(found.orElseThrow()))
            .chain(() -> goal == null ? nothing() : requireNoLoop(session, goal, parent));
  }

  private static void requireGoingOn(Goal parent) {
    if (parent.state() != GoalState.PROPOSED && parent.state() != GoalState.AGREED) {
      throw impossible(NOT_ALLOWED.at("/parentId", "is " + parent.state()));
    }
  }

  private static Uni<Void> requireNoLoop(Mutiny.Session session, UUID goal, UUID parent) {
    return Rows.of(session, ONE_AT_A_TIME)
        .run()
        .chain(() -> Rows.of(session, LEADS_BACK).bind("parent", parent).bind("goal", goal).any())
        .invoke(
            loop -> {
              if (loop) {
                throw impossible(INCONSISTENT.at("/parentId", "serves this goal itself"));
              }
            })
        .replaceWithVoid();
  }

  private static Problem impossible(Violation why) {
    return Problem.of(CommonProblem.RULE_VIOLATED, "The goal can't serve that one.").with(why);
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
