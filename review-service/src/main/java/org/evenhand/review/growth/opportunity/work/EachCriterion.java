package org.evenhand.review.growth.opportunity.work;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;

/**
 * What is said of an application is said of each criterion that was posted, and of nothing else.
 */
final class EachCriterion {

  private EachCriterion() {}

  /**
   * @throws Problem RULE_VIOLATED naming what is missing and what is too much
   */
  static void require(List<String> posted, List<String> named, String pointer) {
    List<Violation> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < named.size(); i++) {
      String at = "%s/%d/criterion".formatted(pointer, i);
      if (!posted.contains(named.get(i))) {
        found.add(NOT_FOUND.at(at, "is no criterion that was posted"));
      } else if (!seen.add(named.get(i))) {
        found.add(DUPLICATE.at(at, "is named twice"));
      }
    }
    posted.stream()
        .filter(each -> !seen.contains(each))
        .forEach(each -> found.add(REQUIRED.at(pointer, "say nothing of " + each)));
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "Each criterion that was posted counts.")
          .with(found);
    }
  }
}
