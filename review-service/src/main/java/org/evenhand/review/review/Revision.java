package org.evenhand.review.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An earlier conclusion of the review, kept whole beside the one that took its place.
 *
 * @param reopenedBy null where an appeal brought about the one after it
 * @param appealOutcome what an earlier appeal had set
 */
public record Revision(
    int number,
    @Nullable UUID reviewerId,
    ReviewWork work,
    Submission submission,
    @Nullable CalibrationOutcome outcome,
    @Nullable Instant sharedAt,
    @Nullable Acknowledgement acknowledgement,
    @Nullable Reopening reopenedBy,
    @Nullable AppealOutcome appealOutcome) {

  public static Revision of(
      int number,
      @Nullable UUID reviewerId,
      ReviewWork work,
      Conclusion conclusion,
      @Nullable Reopening reopenedBy) {
    return new Revision(
        number,
        reviewerId,
        work,
        Optional.ofNullable(conclusion.submission()).orElseThrow(),
        conclusion.outcome(),
        conclusion.sharedAt(),
        conclusion.acknowledgement(),
        reopenedBy,
        conclusion.appealOutcome());
  }

  Revision without(UUID observation) {
    return new Revision(
        number,
        reviewerId,
        work.without(observation),
        submission,
        outcome,
        sharedAt,
        acknowledgement,
        reopenedBy,
        appealOutcome);
  }

  /** What counted under this revision. */
  public int ordinal() {
    if (appealOutcome != null) {
      return appealOutcome.ordinal();
    }
    return outcome == null ? submission.overall().ordinal() : outcome.ordinal();
  }
}
