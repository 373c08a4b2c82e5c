package org.evenhand.policy.charter;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.signing.Side;
import org.evenhand.policy.signing.SignOffRound;
import org.evenhand.policy.signing.Signature;

/** The units of those who sign: managers of one unit alone don't speak for those of a company. */
public final class SignersUnits {

  private static final int LEAST = 2;

  private SignersUnits() {}

  /**
   * @param units where the managers work
   * @throws Problem of the type given when they are of one unit, or of none that is known
   */
  static void require(
      Set<UUID> managers, Map<UUID, String> units, PolicyProblem problem, Violation otherwise) {
    Set<String> theirs = new HashSet<>();
    managers.forEach(manager -> theirs.add(units.get(manager)));
    theirs.remove(null);
    if (theirs.size() < LEAST) {
      throw Problem.of(problem, "Managers of two units at least sign a charter.").with(otherwise);
    }
  }

  /** Whether all managers who have signed so far are of one unit, or of none. */
  public static boolean missing(SignOffRound round) {
    return round.signatures().stream()
            .filter(signature -> signature.side() == Side.MANAGER && signature.approves())
            .map(Signature::unit)
            .filter(Objects::nonNull)
            .distinct()
            .count()
        < LEAST;
  }
}
