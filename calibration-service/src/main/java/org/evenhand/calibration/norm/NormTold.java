package org.evenhand.calibration.norm;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a norm stands now, for our other services: not from which session. The sentence is about an
 * anchor and about nobody, and the redactor has read it; see {@code
 * decisions/2026-11-30-what-a-norm-may-tell.md}. On a compacted topic, so that a tombstone takes it
 * where somebody is recognised nevertheless.
 *
 * @param policyVersion on which it holds, or held at last
 * @param holds false once it has expired: it may still have to be heard
 */
record NormTold(
    UUID normId,
    UUID policyId,
    int policyVersion,
    String criterion,
    int ordinal,
    String sentence,
    boolean holds,
    Instant agreedAt) {

  /** Compacted: the last record of a norm is how it stands. */
  static final String TOPIC = "evenhand.internal.norms";

  static final String TYPE = "org.evenhand.norm.current.v1";

  /** Null once its sentence is gone. */
  static @Nullable NormTold of(Norm norm, Instant agreedAt) {
    Norm.Anchor anchor = norm.anchor();
    return norm.sentence()
        .map(
            sentence ->
                new NormTold(
                    norm.id(),
                    anchor.policyId(),
                    anchor.policyVersion(),
                    anchor.criterion(),
                    anchor.ordinal(),
                    sentence,
                    norm.state() != NormState.EXPIRED,
                    agreedAt))
        .orElse(null);
  }
}
