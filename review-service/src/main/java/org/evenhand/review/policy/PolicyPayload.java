package org.evenhand.review.policy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of an event on {@code evenhand.policies}. */
record PolicyPayload(
    UUID policyId,
    int version,
    @Nullable String contentHash,
    @Nullable LocalDate effectiveOn,
    @Nullable PolicyContent content) {

  PolicyVersionId id() {
    return new PolicyVersionId(policyId, version);
  }
}
