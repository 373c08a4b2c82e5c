package org.evenhand.calibration.norm;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a norm stands now, for our other services. The sentence is about an anchor and about nobody,
 * and the redactor has read it; see {@code decisions/2026-11-30-what-a-norm-may-tell.md}.
 *
 * @param sentence while it holds
 */
record NormEvent(
    UUID normId,
    UUID sessionId,
    NormState state,
    UUID policyId,
    int policyVersion,
    String criterion,
    int ordinal,
    @Nullable String sentence,
    Instant agreedAt) {

  /** Empty for what nobody outside its session has ever known. */
  static Optional<NormEvent> of(Norm norm) {
    Norm.Anchor anchor = norm.anchor();
    boolean holds = norm.state() != NormState.EXPIRED;
    return norm.agreedAt()
        .map(
            at ->
                new NormEvent(
                    norm.id(),
                    norm.sessionId(),
                    norm.state(),
                    anchor.policyId(),
                    anchor.policyVersion(),
                    anchor.criterion(),
                    anchor.ordinal(),
                    holds ? norm.sentence() : null,
                    at));
  }
}
