package org.evenhand.review.growth.plan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a plan ended.
 *
 * @param cause of one that is closed unmet
 * @param by null where it ended with the assignment
 */
public record PlanClosing(
    @Nullable UnmetCause cause, @Nullable String reason, @Nullable UUID by, Instant at) {}
