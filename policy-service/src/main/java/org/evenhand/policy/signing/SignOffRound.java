package org.evenhand.policy.signing;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;

/**
 * One opening of the sign-off, with its answers. A rejection ends it; a later round starts without
 * signatures, because nobody's agreement is carried past somebody else's objection.
 *
 * @param managers the managers who may sign: those named at the opening, or their replacements
 * @param quorum how many of them have to
 */
public record SignOffRound(
    int round,
    Instant openedAt,
    UUID openedBy,
    Set<UUID> managers,
    int quorum,
    List<Signature> signatures,
    List<SignerReplacement> replacements) {

  public SignOffRound {
    // Rounds from before replacements existed have none.
    replacements = Objects.requireNonNullElse(replacements, List.of());
  }

  static SignOffRound opened(int round, Instant at, UUID by, Set<UUID> managers, int quorum) {
    return new SignOffRound(round, at, by, managers, quorum, List.of(), List.of());
  }

  /**
   * The side for which a person would sign. A person who is named as a manager signs as one, so
   * that nobody acts for both sides.
   *
   * @throws Problem 403 when neither side is theirs
   */
  Side sideOf(Signer signer) {
    if (!admits(signer)) {
      throw Problem.of(CommonProblem.FORBIDDEN, "Only HR and the managers named may sign.");
    }
    return managers.contains(signer.id()) ? Side.MANAGER : Side.HR;
  }

  public boolean admits(Signer signer) {
    return managers.contains(signer.id()) ? signer.manager() : signer.hr();
  }

  public boolean answeredBy(UUID person) {
    return signatures.stream().anyMatch(s -> s.signerId().equals(person));
  }

  SignOffRound with(Signature signature) {
    if (answeredBy(signature.signerId())) {
      throw Problem.of(PolicyProblem.ALREADY_SIGNED, "You have answered in this round.");
    }
    return signed(Stream.concat(signatures.stream(), Stream.of(signature)).toList());
  }

  /**
   * @throws Problem 422 when nobody waits for the person to be replaced, or the successor is named
   *     already
   */
  SignOffRound replaced(SignerReplacement replacement) {
    if (!managers.contains(replacement.replaced()) || answeredBy(replacement.replaced())) {
      throw invalid("/replaced", "is no manager whose signature is waited for");
    }
    if (managers.contains(replacement.successor()) || answeredBy(replacement.successor())) {
      throw invalid("/successor", "is asked already, or has answered");
    }
    Set<UUID> present = new HashSet<>(managers);
    present.remove(replacement.replaced());
    present.add(replacement.successor());
    return new SignOffRound(
        round,
        openedAt,
        openedBy,
        Set.copyOf(present),
        quorum,
        signatures,
        Stream.concat(replacements.stream(), Stream.of(replacement)).toList());
  }

  private static Problem invalid(String pointer, String detail) {
    return Problem.of(
            PolicyProblem.SIGNER_REPLACEMENT_INVALID, "Nobody could sign in their place so.")
        .with(NOT_ALLOWED.at(pointer, detail));
  }

  SignOffRound voided(Instant at) {
    return signed(signatures.stream().map(s -> s.voided(at)).toList());
  }

  public boolean hrMissing() {
    return approvals(Side.HR) == 0;
  }

  public int managersMissing() {
    return Math.max(0, quorum - (int) approvals(Side.MANAGER));
  }

  public boolean complete() {
    return !hrMissing() && managersMissing() == 0;
  }

  private long approvals(Side side) {
    return signatures.stream().filter(s -> s.side() == side && s.approves()).count();
  }

  private SignOffRound signed(List<Signature> all) {
    return new SignOffRound(round, openedAt, openedBy, managers, quorum, all, replacements);
  }
}
