package org.evenhand.policy.signing;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;

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

  public static RoundView of(SignOffRound r) {
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
