package org.evenhand.review.cycle.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.cycle.Side;

/**
 * What somebody may decide of a cycle, and for which side they may sign.
 *
 * @param leads HR for the whole population: hr-lead, or an HR partner who serves all its units
 * @param sides the sides that they can sign for
 */
public record Signatory(UUID employeeId, boolean leads, Set<Side> sides) {

  public Signatory {
    sides = sides.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(sides));
  }

  /**
   * The side that they propose for; HR where they belong to both.
   *
   * @throws Problem 403 when they belong to neither
   */
  public Side proposesFor() {
    if (sides.isEmpty()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "Only HR and the managers of the population decide this.");
    }
    return sides.contains(Side.HR) ? Side.HR : Side.MANAGER;
  }

  /** The side that they countersign for: the one that did not propose, where it is theirs. */
  public Side countersigns(Side proposer) {
    Side other = proposer == Side.HR ? Side.MANAGER : Side.HR;
    return sides.contains(other) ? other : proposesFor();
  }

  /**
   * @throws Problem 403 when HR's door to the whole population is closed to them
   */
  public void requireLead() {
    if (!leads) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          "This needs HR that serves every unit of the cycle, or the HR lead.");
    }
  }
}
