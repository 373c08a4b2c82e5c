package org.evenhand.review.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A rating for the HRIS, by its own ids.
 *
 * @param originalOrdinal what the reviewer gave
 * @param ordinal what counts now; 1 to scaleSize, higher is better
 * @param disputed whether the person disagrees with it; in which words is between them and their
 *     reviewer
 * @param underAppeal whether an appeal against it is open, so that pay can wait
 * @param status SHARED, REVISED, WITHDRAWN, or RECORDED for history
 */
record RatingView(
    UUID reviewId,
    Origin origin,
    String cycle,
    String externalId,
    String assignmentId,
    LocalDate periodStart,
    LocalDate periodEnd,
    int ordinal,
    String label,
    int scaleSize,
    int favourableFrom,
    int originalOrdinal,
    boolean calibrated,
    boolean disputed,
    boolean underAppeal,
    PublishedRating.Status status,
    Instant effectiveAt,
    Instant recordedAt) {}
