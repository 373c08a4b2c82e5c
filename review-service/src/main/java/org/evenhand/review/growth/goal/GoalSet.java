package org.evenhand.review.growth.goal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;

/**
 * The goals of an assignment that are proposed or agreed: what has ended weighs nothing any more.
 * Whoever agrees to one of them agrees to its weight among all, so the weights have to be right
 * then, with every change that is still to be agreed.
 */
public record GoalSet(List<Goal> goals) {

  private static final int WHOLE = 100;

  public GoalSet {
    goals = goals.stream().filter(goal -> isOfSet(goal.state())).toList();
  }

  private static boolean isOfSet(GoalState state) {
    return state == GoalState.PROPOSED || state == GoalState.AGREED;
  }

  /**
   * @throws Problem GOAL_WEIGHTS unless none has a weight, or all have and they sum to 100
   */
  public void requireWeights() {
    long weighted = weights().count();
    int sum = weights().mapToInt(Integer::intValue).sum();
    if (weighted == 0 || weighted == goals.size() && sum == WHOLE) {
      return;
    }
    throw Problem.of(
        ReviewProblem.GOAL_WEIGHTS,
        weighted == goals.size()
            ? "The weights of the %d goals that are proposed or agreed sum to %d, not to 100."
                .formatted(goals.size(), sum)
            : "%d of the %d goals that are proposed or agreed have a weight: all have one, or none."
                .formatted(weighted, goals.size()));
  }

  /**
   * What was counted on has gone: the others have to be a whole without it.
   *
   * @throws Problem GOAL_WEIGHTS
   */
  public void settle() {
    requireWeights();
    countOnWhatWaits();
  }

  /** Something was settled with the weights that still wait to be agreed. */
  public void countOnWhatWaits() {
    goals.stream()
        .filter(
            goal ->
                !goal.agreed()
                    .flatMap(agreed -> Optional.ofNullable(agreed.terms().weight()))
                    .equals(Optional.ofNullable(goal.termsToCome().weight())))
        .forEach(Goal::countOn);
  }

  private Stream<Integer> weights() {
    return goals.stream().flatMap(goal -> Stream.ofNullable(goal.termsToCome().weight()));
  }
}
