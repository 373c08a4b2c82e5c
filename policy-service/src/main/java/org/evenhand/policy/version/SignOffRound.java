package org.evenhand.policy.version;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.policy.PolicyProblem;

/**
 * One opening of the sign-off, with its answers. A rejection ends it; a later round starts with no
 * signature, for nobody's agreement is carried past somebody else's objection.
 *
 * @param managers the frozen list of managers who may sign
 * @param quorum how many of them have to
 */
public record SignOffRound(
    int round,
    Instant openedAt,
    UUID openedBy,
    Set<UUID> managers,
    int quorum,
    List<Signature> signatures) {

  /**
   * The side for which a person would sign. Whoever is named as a manager signs as one, so that no
   * one stands for both sides.
   *
   * @throws Problem 403 when neither side is theirs
   */
  Side sideOf(Signer signer) {
    if (!admits(signer)) {
      throw Problem.of(CommonProblem.FORBIDDEN, "Only HR and the managers named may sign.");
    }
    return managers.contains(signer.id()) ? Side.MANAGER : Side.HR;
  }

  boolean admits(Signer signer) {
    return managers.contains(signer.id()) ? signer.manager() : signer.hr();
  }

  public boolean answeredBy(UUID person) {
    return signatures.stream().anyMatch(s -> s.signerId().equals(person));
  }

  SignOffRound with(Signature signature) {
    if (answeredBy(signature.signerId())) {
      throw Problem.of(PolicyProblem.ALREADY_SIGNED, "You have answered in this round.");
    }
    return replaced(Stream.concat(signatures.stream(), Stream.of(signature)).toList());
  }

  SignOffRound voided(Instant at) {
    return replaced(signatures.stream().map(s -> s.voided(at)).toList());
  }

  public boolean hrMissing() {
    return approvals(Side.HR) == 0;
  }

  public int managersMissing() {
    return Math.max(0, quorum - (int) approvals(Side.MANAGER));
  }

  boolean complete() {
    return !hrMissing() && managersMissing() == 0;
  }

  private long approvals(Side side) {
    return signatures.stream().filter(s -> s.side() == side && s.approves()).count();
  }

  private SignOffRound replaced(List<Signature> all) {
    return new SignOffRound(round, openedAt, openedBy, managers, quorum, all);
  }
}
