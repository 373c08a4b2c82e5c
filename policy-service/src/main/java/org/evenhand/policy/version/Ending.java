package org.evenhand.policy.version;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a version came to its end.
 *
 * @param by absent when it was superseded, which happens by itself
 * @param countersignedBy who agreed for the other side; absent where one side could decide
 */
public record Ending(
    Instant at, @Nullable UUID by, @Nullable UUID countersignedBy, @Nullable String reason) {}
