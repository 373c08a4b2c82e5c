package org.evenhand.calibration.norm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A norm as its readers see it. From which session it comes is for those who sit there. */
record NormView(
    UUID id,
    NormState state,
    UUID policyId,
    int policyVersion,
    String criterion,
    int ordinal,
    String sentence,
    @Schema(description = "For those who sit in it") @Nullable UUID sessionId,
    @Schema(description = "How many have agreed, for those who sit in its session")
        @Nullable Integer agreements,
    @Nullable Instant agreedAt,
    @Schema(description = "The operations that the caller may begin now") List<String> actions) {

  static NormView of(NormContext context) {
    Norm norm = context.norm();
    boolean member = context.isMember();
    return new NormView(
        norm.id(),
        norm.state(),
        norm.anchor().policyId(),
        norm.anchor().policyVersion(),
        norm.anchor().criterion(),
        norm.anchor().ordinal(),
        norm.sentence(),
        member ? norm.sessionId() : null,
        member ? norm.agreements() : null,
        norm.agreedAt().orElse(null),
        context.actions());
  }
}
