package org.evenhand.policy.version;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.signing.Side;

/**
 * One side's proposal to end a version that both sides have agreed on. One side alone can't undo
 * what both have agreed.
 */
public record EndingProposal(
    Side side, UUID by, Instant at, String reason, EndingConsequences consequences) {

  /**
   * @throws Problem 409 when it is the proposer, or their side, that countersigns
   */
  Ending countersigned(Side other, UUID person, Instant when) {
    if (other == side) {
      throw Problem.of(
          PolicyProblem.SAME_SIDE_TWICE,
          "The side %s proposed it; somebody of the other side has to countersign."
              .formatted(side));
    }
    return new Ending(when, by, person, reason);
  }
}
