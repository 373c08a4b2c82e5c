package org.evenhand.review.calibrated;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What calibration-service learns of its session.
 *
 * @param reason why the decisions were refused; absent when they were applied
 * @param reviewIds the reviews that were decided on
 */
record SessionSettled(
    UUID sessionId, UUID cycleId, @Nullable String reason, List<UUID> reviewIds, Instant at) {}
