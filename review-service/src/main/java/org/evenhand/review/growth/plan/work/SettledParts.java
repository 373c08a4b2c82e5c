package org.evenhand.review.growth.plan.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanCourse;
import org.evenhand.review.growth.plan.terms.Checkpoint;
import org.evenhand.review.growth.plan.terms.Means;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.evenhand.review.growth.plan.terms.PlannedAction;

/**
 * What has ended, was looked at or was given stays under its id as both had agreed to it: other
 * words there would say that something came about which didn't.
 */
final class SettledParts {

  private static final String NEW = "; what is to come in its place is new and has no id";

  private final PlanTerms agreed;
  private final PlanCourse course;
  private final List<Violation> found = new ArrayList<>();

  private SettledParts(PlanTerms agreed, PlanCourse course) {
    this.agreed = agreed;
    this.course = course;
  }

  /**
   * @throws Problem RULE_VIOLATED naming each part that would be rewritten
   */
  static void requireKept(DevelopmentPlan plan, PlanTerms put, String pointer) {
    plan.agreedTerms()
        .ifPresent(agreed -> new SettledParts(agreed, plan.course()).require(put, pointer));
  }

  private void require(PlanTerms put, String pointer) {
    for (int i = 0; i < put.actions().size(); i++) {
      PlannedAction action = put.actions().get(i);
      String at = pointer + "/actions/" + i;
      agreed.action(action.id()).ifPresent(before -> compare(before, action, at));
    }
    if (!found.isEmpty()) {
      throw Problem.of(
              CommonProblem.RULE_VIOLATED, "What has come of a plan stays as it was agreed.")
          .with(found);
    }
  }

  private void compare(PlannedAction before, PlannedAction action, String at) {
    if (!course.isOpen(before) && !action.alone().equals(before.alone())) {
      found.add(INCONSISTENT.at(at, "has ended as it was agreed" + NEW));
    }
    compare(
        before.checkpoints(),
        action.checkpoints(),
        Checkpoint::id,
        day -> course.holding(day.id()).isPresent(),
        at + "/checkpoints/");
    compare(
        before.means(),
        action.means(),
        Means::id,
        means -> course.delivery(means.id()).isPresent(),
        at + "/means/");
  }

  private <T> void compare(
      List<T> before, List<T> put, Function<T, UUID> idOf, Predicate<T> settled, String at) {
    for (int i = 0; i < put.size(); i++) {
      T part = put.get(i);
      boolean rewritten =
          before.stream()
              .filter(each -> idOf.apply(each).equals(idOf.apply(part)))
              .anyMatch(each -> settled.test(each) && !each.equals(part));
      if (rewritten) {
        found.add(INCONSISTENT.at(at + i, "has come about as it was agreed" + NEW));
      }
    }
  }
}
