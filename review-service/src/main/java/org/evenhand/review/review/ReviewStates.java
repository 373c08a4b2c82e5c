package org.evenhand.review.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.rating.Calibration;
import org.evenhand.review.rating.Origin;
import org.evenhand.review.rating.ReviewState;
import org.jspecify.annotations.Nullable;

/** A review as the internal topic of ratings tells it: its whole state, and no word of it. */
public final class ReviewStates {

  private ReviewStates() {}

  /**
   * @param reassignmentCode why the reviewer is another; null where nobody else has become it
   */
  public static ReviewState of(
      Review review,
      Cycle cycle,
      RatingScale scale,
      @Nullable String reassignmentCode,
      Instant at) {
    Placement placement = review.placement();
    return new ReviewState(
        review.id(),
        cycle.id(),
        cycle.key(),
        Origin.LIVE,
        review.employeeId(),
        rater(review),
        review.lineAbove(),
        contributors(review),
        placement.orgUnit(),
        placement.jobLevel(),
        placement.jobFamily(),
        placement.workLocation(),
        placement.country(),
        cycle.plan().policyId(),
        cycle.plan().policyVersion(),
        scale.shape(),
        review.revision(),
        review.phase().name(),
        review.originalOrdinal().orElse(null),
        review.ordinal().orElse(null),
        calibration(review),
        review.sessionId().orElse(null),
        review.conclusion().reasonCode().orElse(null),
        reassignmentCode,
        Optional.ofNullable(review.conclusion().submission())
            .map(concluded -> Evidence.counted(review, concluded))
            .orElse(null),
        effectiveAt(cycle),
        at);
  }

  /** Who has rated, or is to rate: a delegate's judgement isn't the reviewer's. */
  private static @Nullable UUID rater(Review review) {
    Submission concluded = review.conclusion().submission();
    return concluded == null ? review.reviewerId().orElse(null) : concluded.reviewerId();
  }

  /** A rating counts from the end of the period that it is about. */
  public static Instant effectiveAt(Cycle cycle) {
    return cycle.plan().periodEnd().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public static Calibration calibration(Review review) {
    return switch (review.phase()) {
      case NOT_RATED, CANCELLED -> Calibration.NONE;
      case NOT_STARTED, IN_PROGRESS, SUBMITTED, IN_CALIBRATION -> Calibration.PENDING;
      case CALIBRATED, NOT_CALIBRATED, SHARED, ACKNOWLEDGED, FINAL ->
          review.outcome().isPresent() ? Calibration.CALIBRATED : Calibration.NOT_CALIBRATED;
    };
  }

  /** Everybody who had a part in it: none of them may judge it in a session. */
  private static List<UUID> contributors(Review review) {
    return Stream.of(
            review.contributors().everAsked(),
            review.reviewerId().filter(reviewer -> !reviewer.equals(rater(review))).stream(),
            review.work().contributions().stream().map(Contribution::authorId),
            review.work().observations().stream().map(Observation::authorId),
            review.past().reassignments().stream()
                .flatMap(reassignment -> Stream.ofNullable(reassignment.from())))
        .flatMap(ids -> ids)
        .filter(id -> !id.equals(review.employeeId()))
        .distinct()
        .toList();
  }
}
