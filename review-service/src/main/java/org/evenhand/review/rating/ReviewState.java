package org.evenhand.review.rating;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a review as every event on {@code evenhand.internal.ratings} carries it, so
 * that no consumer needs a join or an earlier event. Where somebody worked and who was above them
 * is frozen: at the cut-off date of a live cycle, at the import of a rating from another system.
 *
 * @param revision which conclusion a live review has or is to have: one more after each reopening
 * @param state the review's state; RECORDED for a rating from another system
 * @param lineAbove everyone above the employee, nearest first
 * @param originalOrdinal what the reviewer gave, kept beside {@code ordinal}, which calibration or
 *     a revision may have changed
 * @param reasonCode why a session decided so
 * @param reassignmentCode why the reviewer is another, where that is what came about
 * @param evidence what the conclusion rests on; null before there is one, and of history
 * @param effectiveAt when the rating counts from; for history the end of its period
 * @param recordedAt when we came to know it
 */
public record ReviewState(
    UUID reviewId,
    UUID cycleId,
    String cycleKey,
    Origin origin,
    UUID employeeId,
    @Nullable UUID reviewerId,
    List<UUID> lineAbove,
    List<UUID> contributorIds,
    String orgUnit,
    String jobLevel,
    String jobFamily,
    String workLocation,
    String country,
    @Nullable UUID policyId,
    @Nullable Integer policyVersion,
    Scale scale,
    @Nullable Integer revision,
    String state,
    @Nullable Integer originalOrdinal,
    @Nullable Integer ordinal,
    Calibration calibration,
    @Nullable UUID sessionId,
    @Nullable String reasonCode,
    @Nullable String reassignmentCode,
    @Nullable EvidenceCounts evidence,
    Instant effectiveAt,
    Instant recordedAt) {

  /** The internal topic that carries it, keyed by the review. */
  public static final String TOPIC = "evenhand.internal.ratings";
}
