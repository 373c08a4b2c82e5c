package org.evenhand.analytics.objection;

import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * The caller. A manager knows of their own objections, an hr-lead of all but those of managers
 * above them. Nobody answers their own.
 *
 * @param lead whether they come as hr-lead
 * @param above the managers above them
 */
public record Reader(UUID person, boolean lead, Set<UUID> above) {

  boolean sees(UUID rater) {
    return rater.equals(person) || (lead && !above.contains(rater));
  }

  boolean answers(UUID rater) {
    return lead && !rater.equals(person) && !above.contains(rater);
  }

  /**
   * @throws Problem FORBIDDEN for an objection of their own
   */
  void requireAnswers(UUID rater) {
    if (!answers(rater)) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "It is answered by an hr-lead other than who objects.");
    }
  }
}
