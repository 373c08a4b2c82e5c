package org.evenhand.review.growth.goal.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalAction;
import org.evenhand.review.growth.goal.GoalState;

/** Which step on a goal belongs to whom. */
public final class GoalPermissions {

  private GoalPermissions() {}

  /** The steps that are both allowed by the state and the caller's to take. */
  public static Set<GoalAction> open(Goal goal, Set<GoalRelation> relations) {
    Set<GoalAction> actions = EnumSet.noneOf(GoalAction.class);
    for (GoalAction action : goal.allowed()) {
      if (permits(action, goal, relations) && !isDone(action, goal, relations)) {
        actions.add(action);
      }
    }
    return actions;
  }

  public static boolean permits(GoalAction action, Goal goal, Set<GoalRelation> relations) {
    if (goal.state() == GoalState.DRAFT) {
      // The author may have lost the right to write for this person since they drafted it.
      return relations.contains(GoalRelation.AUTHOR)
          && (action != GoalAction.PROPOSAL || GoalRelation.writes(relations));
    }
    Optional<AgreementSide> side = GoalRelation.side(relations);
    return switch (action) {
      // Nobody stands by it in the place of whoever has come since.
      case CONFIRMATION -> GoalRelation.leads(relations);
      case CITATION, CITATION_WITHDRAWAL -> relations.contains(GoalRelation.OWN);
      // Nobody remarks on what they have said themself.
      case REMARK ->
          side.isPresent()
              && goal.closing().filter(closing -> closing.side() == side.get()).isEmpty();
      default -> side.isPresent();
    };
  }

  /** One side signs once. */
  private static boolean isDone(GoalAction action, Goal goal, Set<GoalRelation> relations) {
    return action == GoalAction.AGREEMENT
        && GoalRelation.side(relations)
            .flatMap(side -> goal.proposal().filter(open -> open.signatures().has(side)))
            .isPresent();
  }
}
