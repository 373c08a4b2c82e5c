package org.evenhand.review.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a review starts from.
 *
 * @param reviewerId null where nobody is above; hr-lead then names one
 * @param managerId to whom the assignment reports, at work or not
 * @param lineAbove everyone above, nearest first
 */
public record ReviewSeed(
    UUID employeeId,
    UUID assignmentId,
    @Nullable UUID reviewerId,
    @Nullable UUID managerId,
    List<UUID> lineAbove,
    Placement placement,
    RatedPeriod period,
    DueDates due) {}
