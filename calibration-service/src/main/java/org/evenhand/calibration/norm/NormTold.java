package org.evenhand.calibration.norm;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a norm stands now, for our other services: not from which session. The sentence is about an
 * anchor and about nobody, and the redactor has read it; see {@code
 * decisions/2026-11-30-what-a-norm-may-tell.md}. On a compacted topic, so that it goes from there.
 *
 * @param agreedVersion in whose words it was agreed on
 * @param policyVersion on which it holds, or held at last
 * @param sentence while it holds
 */
record NormTold(
    UUID normId,
    UUID policyId,
    int agreedVersion,
    int policyVersion,
    String criterion,
    int ordinal,
    @Nullable String sentence,
    Instant agreedAt) {

  /** Compacted: the last record of a norm is how it stands. */
  static final String TOPIC = "evenhand.internal.norms";

  static final String TYPE = "org.evenhand.norm.current.v1";

  /** Null once it is withdrawn, so that whoever has kept its sentence forgets it. */
  static @Nullable NormTold of(Norm norm, Instant agreedAt) {
    Norm.Anchor anchor = norm.anchor();
    return norm.state() == NormState.WITHDRAWN
        ? null
        : new NormTold(
            norm.id(),
            anchor.policyId(),
            norm.agreedVersion(),
            anchor.policyVersion(),
            anchor.criterion(),
            anchor.ordinal(),
            norm.state() == NormState.EXPIRED ? null : norm.sentence().orElse(null),
            agreedAt);
  }
}
