package org.evenhand.review.opening;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Position;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.Scope;

/** The assignments that a policy lets a cycle review. */
final class EligibleAssignments {

  private EligibleAssignments() {}

  /** Whether an assignment of the population gets a review when the cycle opens. */
  static boolean isEligible(Assignment assignment, PolicyContent policy, LocalDate cutOffDate) {
    // Both the first day and the cut-off date are days of work.
    long days = ChronoUnit.DAYS.between(assignment.startedOn(), cutOffDate) + 1;
    return isOfTheRightKind(assignment, policy) && days >= policy.eligibility().leastDays();
  }

  /**
   * Conditions that even an explicit joining can't change: the worker type, and whom the policy
   * binds.
   */
  static boolean isOfTheRightKind(Assignment assignment, PolicyContent policy) {
    Position position = assignment.position();
    Scope scope = policy.scope();
    return policy.eligibility().workerTypes().contains(position.workerType())
        && covers(scope.workerTypes(), position.workerType())
        && covers(scope.countries(), position.country())
        && covers(scope.legalEntities(), position.legalEntity());
  }

  private static boolean covers(List<String> named, String value) {
    return named.isEmpty() || named.contains(value);
  }
}
