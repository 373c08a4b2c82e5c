package org.evenhand.review.growth.goal;

import static org.evenhand.review.growth.goal.GoalState.ACHIEVED;
import static org.evenhand.review.growth.goal.GoalState.AGREED;
import static org.evenhand.review.growth.goal.GoalState.CARRIED_OVER;
import static org.evenhand.review.growth.goal.GoalState.DRAFT;
import static org.evenhand.review.growth.goal.GoalState.DROPPED;
import static org.evenhand.review.growth.goal.GoalState.NOT_ACHIEVED;
import static org.evenhand.review.growth.goal.GoalState.PARTLY;
import static org.evenhand.review.growth.goal.GoalState.PROPOSED;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a goal. By itself it only ends with the assignment to which it belongs. */
public final class GoalLifecycle implements LifecycleSource {

  static final Lifecycle<GoalState> OF_GOALS =
      Lifecycle.startingAt(DRAFT, PROPOSED)
          .may(DRAFT, "changeGoal")
          .may(DRAFT, "linkGoal")
          .may(DRAFT, "proposeGoal", PROPOSED)
          .may(DRAFT, "closeGoal", DROPPED)
          .becomes(DRAFT, DROPPED)
          .may(PROPOSED, "changeGoal")
          .may(PROPOSED, "linkGoal")
          .may(PROPOSED, "agreeGoal", PROPOSED, AGREED)
          .may(PROPOSED, "closeGoal", DROPPED)
          .becomes(PROPOSED, DROPPED)
          .may(AGREED, "changeGoal")
          .may(AGREED, "linkGoal")
          .may(AGREED, "agreeGoal")
          .may(AGREED, "refuseGoalChange")
          .may(AGREED, "recordGoalProgress")
          .may(AGREED, "revisitGoal")
          .may(AGREED, "confirmGoal")
          .may(AGREED, "citeGoal")
          .may(AGREED, "withdrawGoalCitation")
          .may(AGREED, "closeGoal", ACHIEVED, PARTLY, NOT_ACHIEVED, DROPPED, CARRIED_OVER)
          .becomes(AGREED, DROPPED)
          .may(ACHIEVED, "remarkOnGoal")
          .may(ACHIEVED, "citeGoal")
          .may(ACHIEVED, "withdrawGoalCitation")
          .may(PARTLY, "remarkOnGoal")
          .may(PARTLY, "citeGoal")
          .may(PARTLY, "withdrawGoalCitation")
          .may(NOT_ACHIEVED, "remarkOnGoal")
          .may(NOT_ACHIEVED, "citeGoal")
          .may(NOT_ACHIEVED, "withdrawGoalCitation")
          .may(DROPPED, "remarkOnGoal")
          .may(DROPPED, "citeGoal")
          .may(DROPPED, "withdrawGoalCitation")
          .may(CARRIED_OVER, "remarkOnGoal")
          .may(CARRIED_OVER, "citeGoal")
          .may(CARRIED_OVER, "withdrawGoalCitation")
          .build();

  @Override
  public String schema() {
    return "GoalView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_GOALS;
  }
}
