package org.evenhand.review.opening;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Position;
import org.evenhand.review.policy.PolicyContent;

/** The assignments that a policy lets a cycle review. */
final class EligibleAssignments {

  private EligibleAssignments() {}

  /** Whether an assignment of the population gets a review when the cycle opens. */
  static boolean isEligible(Assignment assignment, PolicyContent policy, LocalDate cutOffDate) {
    // Both the first day and the cut-off date are days of work.
    long days = ChronoUnit.DAYS.between(assignment.startedOn(), cutOffDate) + 1;
    return isOfTheRightKind(assignment, policy)
        && policy.eligibility().admits(assignment.position().workerType(), days);
  }

  /**
   * Conditions that even an explicit joining can't change: the worker type, and whom the policy
   * binds.
   */
  static boolean isOfTheRightKind(Assignment assignment, PolicyContent policy) {
    Position position = assignment.position();
    return policy.eligibility().workerTypes().contains(position.workerType())
        && policy.scope().binds(position.country(), position.legalEntity(), position.workerType());
  }
}
