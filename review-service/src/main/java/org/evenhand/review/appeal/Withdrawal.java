package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an appeal was taken back.
 *
 * @param reason needed of HR, which withdraws for one who has left; an appellant may give one
 */
public record Withdrawal(@Nullable String reason, UUID by, Instant at) {}
