package org.evenhand.review.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a review came to, from what the reviewer concluded to what the reviewee answered. Each step
 * sets its part beside the others: nothing is overwritten, and a reopening takes all of it away at
 * once.
 *
 * @param submission what the reviewer concluded
 * @param outcome what a session decided
 * @param answerUntil the last day on which the reviewee can acknowledge
 */
@Embeddable
public record Conclusion(
    @JdbcTypeCode(SqlTypes.JSON) @Nullable Submission submission,
    @JdbcTypeCode(SqlTypes.JSON) @Nullable CalibrationOutcome outcome,
    @Column(name = "shared_at") @Nullable Instant sharedAt,
    @Column(name = "answer_until") @Nullable LocalDate answerUntil,
    @JdbcTypeCode(SqlTypes.JSON) @Nullable Acknowledgement acknowledgement) {

  static final Conclusion NONE = new Conclusion(null, null, null, null, null);

  public static Conclusion of(Submission submission) {
    return new Conclusion(submission, null, null, null, null);
  }

  public Conclusion calibrated(CalibrationOutcome decided) {
    return new Conclusion(submission, decided, sharedAt, answerUntil, acknowledgement);
  }

  public Conclusion shared(Instant at, LocalDate answerBy) {
    return new Conclusion(submission, outcome, at, answerBy, acknowledgement);
  }

  public Conclusion acknowledged(Acknowledgement answer) {
    return new Conclusion(submission, outcome, sharedAt, answerUntil, answer);
  }

  /** Whether the reviewee has answered that they disagree. */
  public boolean disputed() {
    return acknowledgement != null && acknowledgement.disagreement() != null;
  }

  /** What the reviewer concluded. */
  public Optional<Integer> originalOrdinal() {
    return Optional.ofNullable(submission).map(concluded -> concluded.overall().ordinal());
  }

  /** What counts now. */
  public Optional<Integer> ordinal() {
    return Optional.ofNullable(outcome).map(CalibrationOutcome::ordinal).or(this::originalOrdinal);
  }
}
