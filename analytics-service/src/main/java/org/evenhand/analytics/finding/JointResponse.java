package org.evenhand.analytics.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What HR and a manager do about a finding. One side proposes, the other countersigns; whoever
 * belongs to both sides still signs once only.
 */
public record JointResponse(
    String action, LocalDate dueOn, Signature proposal, @Nullable Signature countersignature) {

  static JointResponse proposed(String action, LocalDate dueOn, Signature by) {
    return new JointResponse(action, dueOn, by, null);
  }

  /**
   * @throws Problem when the same person or the same side signs again
   */
  JointResponse countersigned(UUID employee, Side side, Instant at) {
    if (employee.equals(proposal.employeeId())) {
      throw Problem.of(
          AnalyticsProblem.SAME_PERSON_TWICE, "Whoever proposed it cannot countersign it.");
    }
    if (side == proposal.side()) {
      throw Problem.of(
          AnalyticsProblem.SAME_SIDE_TWICE,
          "The side "
              + proposal.side()
              + " proposed it; somebody of the other side has to countersign.");
    }
    return new JointResponse(action, dueOn, proposal, new Signature(employee, side, at));
  }

  boolean canBeSignedBy(FindingAccess access) {
    return countersignature == null
        && !proposal.employeeId().equals(access.employeeId())
        && access.sides().stream().anyMatch(side -> side != proposal.side());
  }
}
