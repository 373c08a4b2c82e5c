package org.evenhand.review.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.review.cycle.Milestone;
import org.jspecify.annotations.Nullable;

/**
 * A part that was missing when its milestone passed.
 *
 * @param reviewerId who had the review then
 */
record ExceptionView(
    UUID reviewId,
    Milestone milestone,
    UUID employeeId,
    @Nullable UUID reviewerId,
    String orgUnit,
    LocalDate dueOn,
    Instant recordedAt) {}
