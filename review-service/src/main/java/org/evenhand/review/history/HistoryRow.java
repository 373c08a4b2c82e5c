package org.evenhand.review.history;

import java.time.LocalDate;
import java.util.Optional;
import org.evenhand.review.rating.Scale;

/**
 * A row of a rating import that could be read.
 *
 * @param cycle the key of the cycle in the other system
 * @param assignmentId the contract that was rated; the main one where none is told
 * @param scale the whole cycle's scale
 */
record HistoryRow(
    String externalId,
    Optional<String> assignmentId,
    String cycle,
    LocalDate periodStart,
    LocalDate periodEnd,
    int ordinal,
    String label,
    Scale scale,
    Optional<String> reviewerExternalId) {}
