package org.evenhand.review.growth.plan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an action ended. */
public record EndedAction(
    UUID actionId, DevelopmentOutcome outcome, @Nullable String reason, UUID by, Instant at) {}
