package org.evenhand.review.calibrated;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a session that gives reviews back.
 *
 * @param released the reviews that it gives back while it goes on; absent when it was cancelled
 */
record SessionReleased(UUID sessionId, UUID cycleId, @Nullable List<UUID> released) {}
