package org.evenhand.review.growth.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That its words are gone.
 *
 * @param reason null where its author took it back
 * @param role whose decision it was, as tokens name roles; null where its author took it back
 */
public record Removal(@Nullable HidingReason reason, @Nullable String role, Instant at) {}
