package org.evenhand.review.growth.plan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That both have looked at an action, as one of them says. */
public record HeldCheckpoint(UUID checkpointId, @Nullable String note, UUID by, Instant at) {}
