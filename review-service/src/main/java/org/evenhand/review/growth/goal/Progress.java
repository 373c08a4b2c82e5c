package org.evenhand.review.growth.goal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two noted on the way.
 *
 * @param health null where both only looked at it again
 */
public record Progress(@Nullable Health health, @Nullable String note, UUID by, Instant at) {}
