package org.evenhand.review.growth.remediation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the person has read a plan, which is no agreement, or has said nothing in time.
 *
 * @param by null where they have said nothing
 */
public record Acknowledgement(@Nullable UUID by, @Nullable String reply, Instant at) {}
