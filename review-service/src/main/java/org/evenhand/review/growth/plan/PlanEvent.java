package org.evenhand.review.growth.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers learn of a development plan on {@code evenhand.development}: no text.
 *
 * @param number of the version that was agreed last
 * @param cause of one that is closed unmet
 * @param reviewId the review whose result the plan came of, where its first version is agreed
 * @param daysFromShare from the day on which the result was shared to the one on which both had
 *     signed; absent of a plan that came of none
 */
record PlanEvent(
    UUID planId,
    UUID employeeId,
    int number,
    @Nullable UnmetCause cause,
    @Nullable UUID reviewId,
    @Nullable Long daysFromShare,
    List<MeansCount> means,
    Instant at) {}
