package org.evenhand.review.growth.checklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a list ended before all was done.
 *
 * @param reason in words, of whoever cancelled it; null where it ended by itself
 * @param by null where it ended by itself
 */
public record ChecklistEnding(
    ChecklistEndingCause cause, @Nullable String reason, @Nullable UUID by, Instant at) {}
