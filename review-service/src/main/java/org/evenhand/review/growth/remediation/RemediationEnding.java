package org.evenhand.review.growth.remediation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a plan ended.
 *
 * @param by null where it ended with the assignment, or because nobody concluded it
 * @param countersignedBy of one that isn't met, HR
 */
public record RemediationEnding(
    @Nullable String reason, @Nullable UUID by, @Nullable UUID countersignedBy, Instant at) {}
