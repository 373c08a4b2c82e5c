package org.evenhand.review.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A rating as the HRIS may read it.
 *
 * @param assignmentId the HRIS' id of the contract that was rated
 * @param originalOrdinal what the reviewer gave
 * @param ordinal what counts now
 * @param label the name of {@code ordinal} on the scale
 * @param calibrated whether a calibration session decided about it
 * @param disputed whether the person disagrees with it
 * @param underAppeal whether an appeal against it is open
 */
public record PublishedRating(
    UUID reviewId,
    Origin origin,
    UUID cycleId,
    String cycleKey,
    UUID employeeId,
    String assignmentId,
    LocalDate periodStart,
    LocalDate periodEnd,
    Scale scale,
    int originalOrdinal,
    int ordinal,
    String label,
    boolean calibrated,
    boolean disputed,
    boolean underAppeal,
    Status status,
    Instant effectiveAt,
    Instant recordedAt) {

  /** What happened to it last. */
  public enum Status {
    SHARED,
    REVISED,
    WITHDRAWN,
    RECORDED
  }
}
