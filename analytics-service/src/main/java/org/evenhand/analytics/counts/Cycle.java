package org.evenhand.analytics.counts;

import java.time.Instant;
import java.util.UUID;

/**
 * A cycle of which something has been counted.
 *
 * @param key what people call it, for example {@code 2013-14}
 * @param firstAt when its first event was counted
 */
public record Cycle(UUID id, String key, Origin origin, Instant firstAt) {}
