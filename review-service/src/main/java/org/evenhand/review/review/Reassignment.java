package org.evenhand.review.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That the review passed from one reviewer (none, where nobody was above) to another. */
public record Reassignment(
    @Nullable UUID from, UUID to, String reason, UUID employeeId, Instant at) {}
