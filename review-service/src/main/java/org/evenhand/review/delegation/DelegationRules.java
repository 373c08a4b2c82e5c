package org.evenhand.review.delegation;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmploymentStatus;

/**
 * What a delegation has to be.
 *
 * @param others that hold on any of its days
 */
record DelegationRules(
    DelegationRequest request,
    Optional<Employee> from,
    Optional<Employee> to,
    List<Delegation> others,
    LocalDate today) {

  private static final int LONGEST_YEARS = 1;

  /**
   * @throws Problem 422 naming everything that stands against it
   */
  void require() {
    List<Violation> violations = new ArrayList<>();
    if (from.filter(person -> !person.left()).isEmpty()) {
      violations.add(NOT_FOUND.at("/fromExternalId", "is nobody who works here"));
    }
    delegate(violations);
    days(violations);
    if (!violations.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "Nobody could act for them so.")
          .with(violations);
    }
  }

  private void delegate(List<Violation> violations) {
    if (to.filter(person -> !person.left()).isEmpty()) {
      violations.add(NOT_FOUND.at("/toExternalId", "is nobody who works here"));
      return;
    }
    Employee delegate = to.get();
    if (from.map(Employee::id).filter(delegate.id()::equals).isPresent()) {
      violations.add(NOT_ALLOWED.at("/toExternalId", "is the one who delegates"));
    } else if (delegate.status() != EmploymentStatus.ACTIVE) {
      violations.add(NOT_ALLOWED.at("/toExternalId", "is on leave"));
    }
  }

  private void days(List<Violation> violations) {
    if (request.lastDay().isBefore(request.firstDay())) {
      violations.add(INCONSISTENT.at("/lastDay", "is before the first day"));
    }
    if (request.firstDay().isBefore(today)) {
      violations.add(RANGE.at("/firstDay", "is before today"));
    }
    if (request.lastDay().isAfter(request.firstDay().plusYears(LONGEST_YEARS))) {
      violations.add(RANGE.at("/lastDay", "is more than a year after the first day"));
    }
    others.stream()
        .filter(other -> other.kinds().stream().anyMatch(request.kinds()::contains))
        .map(
            other ->
                INCONSISTENT.at(
                    "/firstDay",
                    "somebody else acts for them from %s to %s"
                        .formatted(other.firstDay(), other.lastDay())))
        .forEach(violations::add);
  }
}
