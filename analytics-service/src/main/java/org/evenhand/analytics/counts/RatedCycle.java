package org.evenhand.analytics.counts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cycle that a rating names.
 *
 * @param effectiveAt when the rating counts from; ratings of one cycle may differ in it
 * @param policyId the line of policy versions that it was given under; none for history
 * @param policyVersion which of its versions the cycle pins
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RatedCycle(
    UUID cycleId,
    String key,
    Origin origin,
    @Nullable Instant effectiveAt,
    @Nullable UUID policyId,
    @Nullable Integer policyVersion) {}
