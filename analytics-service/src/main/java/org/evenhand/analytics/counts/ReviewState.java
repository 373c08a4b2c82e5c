package org.evenhand.analytics.counts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/** What analytics reads of the state that every event of a review carries. */
record ReviewState(
    UUID reviewId,
    UUID cycleId,
    String cycleKey,
    Origin origin,
    UUID employeeId,
    @Nullable UUID reviewerId,
    @Nullable List<UUID> lineAbove,
    @Nullable String orgUnit,
    @Nullable String jobLevel,
    @Nullable String jobFamily,
    @Nullable String workLocation,
    Scale scale,
    @Nullable Integer revision,
    State state,
    @Nullable Integer originalOrdinal,
    @Nullable Integer ordinal,
    @Nullable Calibration calibration,
    @Nullable Instant effectiveAt,
    @Nullable UUID policyId,
    @Nullable Integer policyVersion,
    @Nullable EvidenceCounts evidence) {

  /** The states of a review; RECORDED is a rating from another system. */
  enum State {
    NOT_STARTED,
    IN_PROGRESS,
    SUBMITTED,
    IN_CALIBRATION,
    CALIBRATED,
    NOT_CALIBRATED,
    SHARED,
    ACKNOWLEDGED,
    FINAL,
    NOT_RATED,
    CANCELLED,
    RECORDED
  }

  enum Calibration {
    PENDING,
    CALIBRATED,
    NOT_CALIBRATED,
    NONE
  }

  private static final String UNASSIGNED = "unassigned";

  /**
   * The row to count.
   *
   * @param earlier the state before, if it is of the same batch
   * @throws RefusedEvent when a field that a count needs is missing or impossible
   */
  RatingFact toFact(@Nullable RatingFact earlier) {
    requireComplete();
    return new RatingFact(
        reviewId,
        cycleId,
        employeeId,
        reviewerId,
        lineAbove == null ? List.of() : lineAbove,
        orUnassigned(orgUnit),
        orUnassigned(jobLevel),
        orUnassigned(jobFamily),
        orUnassigned(workLocation),
        scale.size(),
        scale.favourableFrom(),
        revision,
        state.name(),
        (calibration == null ? Calibration.NONE : calibration).name(),
        acknowledged(earlier),
        state == State.RECORDED && originalOrdinal == null ? ordinal : originalOrdinal,
        ordinal,
        evidence);
  }

  /**
   * FINAL follows SHARED or ACKNOWLEDGED, so whether it was acknowledged is taken from the state
   * before.
   */
  private @Nullable Boolean acknowledged(@Nullable RatingFact earlier) {
    if (state != State.FINAL) {
      return state == State.ACKNOWLEDGED;
    }
    return earlier == null ? null : earlier.acknowledged();
  }

  RatedCycle toCycle() {
    return new RatedCycle(cycleId, cycleKey, origin, effectiveAt, policyId, policyVersion);
  }

  // The payload comes from outside this service: what its schema requires may still be missing.
  @SuppressWarnings("ConstantValue")
  private void requireComplete() {
    if (reviewId == null || cycleId == null || cycleKey == null || origin == null) {
      throw new RefusedEvent("A review state names its review, cycle and origin");
    }
    if (employeeId == null || scale == null || state == null) {
      throw new RefusedEvent("A review state names its employee, scale and state");
    }
    if (origin == Origin.OPPORTUNITIES) {
      throw new RefusedEvent("A review is of a cycle");
    }
    if (!onScale(originalOrdinal) || !onScale(ordinal)) {
      throw new RefusedEvent("An ordinal lies outside the scale of its review");
    }
    if (evidence != null && !evidence.isPossible()) {
      throw new RefusedEvent("The evidence of a review is no such count");
    }
    if (state == State.RECORDED && ordinal == null) {
      throw new RefusedEvent("A recorded rating has an ordinal");
    }
  }

  private boolean onScale(@Nullable Integer level) {
    return level == null || scale.has(level);
  }

  private static String orUnassigned(@Nullable String unit) {
    return unit == null || unit.isBlank() ? UNASSIGNED : unit;
  }
}
