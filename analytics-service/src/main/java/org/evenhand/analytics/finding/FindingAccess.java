package org.evenhand.analytics.finding;

import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is to the findings of a cycle.
 *
 * @param employeeId null for a system
 * @param sees whether they may know of them
 * @param sides those that they can sign for
 */
public record FindingAccess(@Nullable UUID employeeId, boolean sees, Set<Side> sides) {

  public FindingAccess {
    sides = Set.copyOf(sides);
  }

  /**
   * Who signs.
   *
   * @throws Problem 403 for a system, and for whoever belongs to neither side
   */
  public UUID signer() {
    if (employeeId == null || sides.isEmpty()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "Only HR and the managers of the cycle's people decide this.");
    }
    return employeeId;
  }

  /** The side that they propose for; HR where they belong to both. */
  public Side proposesFor() {
    return sides.contains(Side.HR) ? Side.HR : Side.MANAGER;
  }

  /** The side that they countersign for: the one that did not propose, where it is theirs. */
  Side countersigns(Side proposer) {
    Side other = proposer == Side.HR ? Side.MANAGER : Side.HR;
    return sides.contains(other) ? other : proposesFor();
  }
}
