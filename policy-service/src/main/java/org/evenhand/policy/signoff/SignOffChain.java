package org.evenhand.policy.signoff;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.version.Decision;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Side;
import org.evenhand.policy.version.SignOffRound;
import org.evenhand.policy.version.Signature;
import org.jspecify.annotations.Nullable;

/** Who signed what and when, all rounds, for everyone who may see the version. */
@Schema(
    description = "Every answer that was given to a version, never shortened.",
    requiredProperties = {"policyId", "version", "contentHash", "rounds"},
    example =
        """
        {
          "policyId": "0198f2a0-0000-7000-8000-000000000010",
          "version": 1,
          "contentHash": "4682926ebb286c2efc772d2b14c5d9b7d2f3ba155f3f86f7a4d85a260d77d7ec",
          "rounds": [
            {
              "round": 1,
              "openedAt": "2026-11-18T09:00:00Z",
              "openedBy": "0198f2a0-0000-7000-8000-000000000101",
              "managers": ["0198f2a0-0000-7000-8000-000000000201"],
              "quorum": 1,
              "hrMissing": true,
              "managersMissing": 0,
              "signatures": [
                {
                  "signerId": "0198f2a0-0000-7000-8000-000000000201",
                  "side": "MANAGER",
                  "decision": "SIGN",
                  "contentHash": "4682926ebb286c2efc772d2b14c5d9b7d2f3ba155f3f86f7a4d85a260d77d7ec",
                  "at": "2026-11-19T09:00:00Z",
                  "approves": true
                }
              ]
            }
          ]
        }
        """)
public record SignOffChain(
    UUID policyId,
    int version,
    @Schema(description = "The hash of the present content") String contentHash,
    List<RoundView> rounds) {

  static SignOffChain of(PolicyVersion version) {
    return new SignOffChain(
        version.policyId(),
        version.number(),
        version.contentHash(),
        version.signOff().rounds().stream().map(RoundView::of).toList());
  }

  /** One opening. The last one is the present one. */
  @Schema(
      name = "SignOffRound",
      requiredProperties = {
        "round",
        "openedAt",
        "openedBy",
        "managers",
        "quorum",
        "hrMissing",
        "managersMissing",
        "signatures"
      })
  public record RoundView(
      int round,
      Instant openedAt,
      UUID openedBy,
      @Schema(description = "The managers who may sign, frozen at the opening") Set<UUID> managers,
      int quorum,
      @Schema(description = "Whether a signature of HR, other than an author's, is missing")
          boolean hrMissing,
      @Schema(description = "How many managers are missing to the quorum") int managersMissing,
      List<SignatureView> signatures) {

    static RoundView of(SignOffRound r) {
      return new RoundView(
          r.round(),
          r.openedAt(),
          r.openedBy(),
          r.managers(),
          r.quorum(),
          r.hrMissing(),
          r.managersMissing(),
          r.signatures().stream().map(SignatureView::of).toList());
    }
  }

  /** One answer. */
  @Schema(
      name = "Signature",
      requiredProperties = {"signerId", "side", "decision", "contentHash", "at", "approves"})
  public record SignatureView(
      UUID signerId,
      Side side,
      Decision decision,
      @Nullable String reason,
      @Schema(description = "What it covers") String contentHash,
      Instant at,
      @Schema(description = "When an edit made it void") @Nullable Instant voidedAt,
      @Schema(description = "Whether it counts; an author's own signature does not")
          boolean approves) {

    static SignatureView of(Signature s) {
      return new SignatureView(
          s.signerId(),
          s.side(),
          s.answer().decision(),
          s.answer().reason(),
          s.contentHash(),
          s.at(),
          s.voidedAt(),
          s.approves());
    }
  }
}
