package org.evenhand.review.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What calibration made of the overall. Whoever sat in the session is not named: the session as a
 * whole decided.
 *
 * @param precedentId the precedent that it follows, or that it departs from
 */
public record CalibrationOutcome(
    UUID sessionId,
    Decision decision,
    int ordinal,
    @Nullable UUID precedentId,
    String reasonCode,
    String reason,
    Instant at) {}
