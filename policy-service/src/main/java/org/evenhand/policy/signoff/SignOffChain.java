package org.evenhand.policy.signoff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.version.Decision;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Side;
import org.evenhand.policy.version.SignOffRound;
import org.evenhand.policy.version.Signature;
import org.evenhand.policy.version.SignerReplacement;
import org.jspecify.annotations.Nullable;

/** Who signed what and when, all rounds, for everyone who may see the version. */
@Schema(
    description = "Every answer that was given to a version, never shortened.",
    example =
        """
        {
          "policyId": "0198f2a0-0000-7000-8000-000000000010",
          "version": 1,
          "contentHash": "0b882f240ec16a7fe6509ec0b26c22de63af4f3d7570477896da025cf912f4c8",
          "rounds": [
            {
              "round": 1,
              "openedAt": "2026-11-18T09:00:00Z",
              "openedBy": {"id": "0198f2a0-0000-7000-8000-000000000101", "name": "Hannah Reed"},
              "managers": [{"id": "0198f2a0-0000-7000-8000-000000000201", "name": "Tomás Silva"}],
              "quorum": 1,
              "hrMissing": true,
              "managersMissing": 0,
              "signatures": [
                {
                  "signer": {"id": "0198f2a0-0000-7000-8000-000000000201", "name": "Tomás Silva"},
                  "side": "MANAGER",
                  "decision": "SIGN",
                  "contentHash": "0b882f240ec16a7fe6509ec0b26c22de63af4f3d7570477896da025cf912f4c8",
                  "at": "2026-11-19T09:00:00Z",
                  "approves": true
                }
              ],
              "replacements": []
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
  @Schema(name = "SignOffRound")
  public record RoundView(
      int round,
      Instant openedAt,
      PersonRef openedBy,
      @Schema(
              description =
                  "The managers who may sign: those named at the opening, but for replacements")
          List<PersonRef> managers,
      int quorum,
      @Schema(description = "Whether a signature of HR, other than an author's, is missing")
          boolean hrMissing,
      @Schema(description = "How many managers are missing to the quorum") int managersMissing,
      List<SignatureView> signatures,
      @Schema(description = "Who signs in place of whom, and why")
          List<ReplacementView> replacements) {

    static RoundView of(SignOffRound r) {
      return new RoundView(
          r.round(),
          r.openedAt(),
          PersonRef.of(r.openedBy()),
          PersonRef.all(r.managers()),
          r.quorum(),
          r.hrMissing(),
          r.managersMissing(),
          r.signatures().stream().map(SignatureView::of).toList(),
          r.replacements().stream().map(ReplacementView::of).toList());
    }
  }

  /** One change of the list of managers. */
  @Schema(name = "SignerReplacement")
  public record ReplacementView(
      PersonRef replaced, PersonRef successor, String reason, PersonRef by, Instant at) {

    static ReplacementView of(SignerReplacement r) {
      return new ReplacementView(
          PersonRef.of(r.replaced()),
          PersonRef.of(r.successor()),
          r.reason(),
          PersonRef.of(r.by()),
          r.at());
    }
  }

  /** One answer. */
  @Schema(name = "Signature")
  public record SignatureView(
      PersonRef signer,
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
          PersonRef.of(s.signerId()),
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
