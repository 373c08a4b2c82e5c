package org.evenhand.policy.version;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a version came to its end.
 *
 * @param by nobody when it was superseded: that comes by itself
 */
public record Ending(Instant at, @Nullable UUID by, @Nullable String reason) {}
