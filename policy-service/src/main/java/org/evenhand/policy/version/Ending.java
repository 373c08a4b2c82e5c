package org.evenhand.policy.version;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a version came to its end.
 *
 * @param by nobody when it was superseded: that comes by itself
 * @param countersignedBy who agreed for the other side; nobody where one side could decide
 */
public record Ending(
    Instant at, @Nullable UUID by, @Nullable UUID countersignedBy, @Nullable String reason) {}
