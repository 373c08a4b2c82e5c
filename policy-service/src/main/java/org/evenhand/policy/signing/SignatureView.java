package org.evenhand.policy.signing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.jspecify.annotations.Nullable;

/** One answer. */
@Schema(name = "Signature")
public record SignatureView(
    PersonRef signer,
    Side side,
    Decision decision,
    @Nullable String reason,
    @Schema(description = "What it covers") String contentHash,
    Instant at,
    @Schema(description = "When an edit or a withdrawal made it void") @Nullable Instant voidedAt,
    @Schema(description = "Whether it counts; an author's own signature does not") boolean approves,
    @Schema(description = "The signer's unit at the time, where units count")
        @Nullable String unit) {

  static SignatureView of(Signature s) {
    return new SignatureView(
        PersonRef.of(s.signerId()),
        s.side(),
        s.answer().decision(),
        s.answer().reason(),
        s.contentHash(),
        s.at(),
        s.voidedAt(),
        s.approves(),
        s.unit());
  }
}
