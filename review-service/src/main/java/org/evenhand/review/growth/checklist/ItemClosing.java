package org.evenhand.review.growth.checklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an item is closed.
 *
 * @param reason why it isn't needed
 */
public record ItemClosing(@Nullable String reason, UUID by, Instant at) {}
