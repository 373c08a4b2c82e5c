package org.evenhand.analytics.counts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code rating_fact}, as JSON of the same column names.
 *
 * @param revision which conclusion of the review it is; null where the event didn't tell
 * @param acknowledged whether the reviewee has; null where only the state that was counted last
 *     tells
 * @param evidence what the conclusion rests on; null where the event didn't tell
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RatingFact(
    UUID reviewId,
    UUID cycleId,
    UUID employeeId,
    @Nullable UUID reviewerId,
    List<UUID> lineAbove,
    String orgUnit,
    String jobLevel,
    String jobFamily,
    String workLocation,
    int scaleSize,
    int favourableFrom,
    @Nullable Integer revision,
    String state,
    String calibration,
    @Nullable Boolean acknowledged,
    @Nullable Integer originalOrdinal,
    @Nullable Integer ordinal,
    @Nullable EvidenceCounts evidence) {

  RatingFact acknowledged(boolean known) {
    return new RatingFact(
        reviewId,
        cycleId,
        employeeId,
        reviewerId,
        lineAbove,
        orgUnit,
        jobLevel,
        jobFamily,
        workLocation,
        scaleSize,
        favourableFrom,
        revision,
        state,
        calibration,
        known,
        originalOrdinal,
        ordinal,
        evidence);
  }
}
