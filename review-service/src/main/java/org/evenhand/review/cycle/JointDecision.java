package org.evenhand.review.cycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.jspecify.annotations.Nullable;

/**
 * A step that HR and managers take together: one side proposes, the other countersigns. Whoever
 * belongs to both sides still signs once only.
 */
public record JointDecision(Signature proposal, @Nullable Signature countersignature) {

  public static JointDecision proposed(Signature proposal) {
    return new JointDecision(proposal, null);
  }

  /**
   * @throws Problem when the same person or the same side signs again
   */
  public JointDecision countersigned(Signature second) {
    if (second.employeeId().equals(proposal.employeeId())) {
      throw Problem.of(
          ReviewProblem.SAME_PERSON_TWICE, "Whoever proposed it cannot countersign it.");
    }
    if (second.side() == proposal.side()) {
      throw Problem.of(
          ReviewProblem.SAME_SIDE_TWICE,
          "The side "
              + proposal.side()
              + " proposed it; somebody of the other side has to countersign.");
    }
    return new JointDecision(proposal, second);
  }

  @JsonIgnore
  public boolean isComplete() {
    return countersignature != null;
  }
}
