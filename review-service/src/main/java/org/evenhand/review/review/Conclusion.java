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
 * @param appealOutcome what the panel of an appeal decided
 * @param appealableUntil the last day on which the reviewee can appeal; null of what was shared
 *     before there were appeals
 */
@Embeddable
public record Conclusion(
    @JdbcTypeCode(SqlTypes.JSON) @Nullable Submission submission,
    @JdbcTypeCode(SqlTypes.JSON) @Nullable CalibrationOutcome outcome,
    @Column(name = "shared_at") @Nullable Instant sharedAt,
    @Column(name = "answer_until") @Nullable LocalDate answerUntil,
    @JdbcTypeCode(SqlTypes.JSON) @Nullable Acknowledgement acknowledgement,
    @Column(name = "appeal_outcome") @JdbcTypeCode(SqlTypes.JSON)
        @Nullable AppealOutcome appealOutcome,
    @Column(name = "appealable_until") @Nullable LocalDate appealableUntil) {

  static final Conclusion NONE = new Conclusion(null, null, null, null, null, null, null);

  public static Conclusion of(Submission submission) {
    return new Conclusion(submission, null, null, null, null, null, null);
  }

  public Conclusion calibrated(CalibrationOutcome decided) {
    return new Conclusion(
        submission,
        decided,
        sharedAt,
        answerUntil,
        acknowledgement,
        appealOutcome,
        appealableUntil);
  }

  public Conclusion shared(Instant at, LocalDate answerBy, LocalDate appealBy) {
    return new Conclusion(
        submission, outcome, at, answerBy, acknowledgement, appealOutcome, appealBy);
  }

  /** The same conclusion with the level of an appeal, told anew: nobody has answered it yet. */
  Conclusion revised(AppealOutcome decided, LocalDate answerBy, LocalDate appealBy) {
    return new Conclusion(submission, outcome, decided.at(), answerBy, null, decided, appealBy);
  }

  public Conclusion acknowledged(Acknowledgement answer) {
    return new Conclusion(
        submission, outcome, sharedAt, answerUntil, answer, appealOutcome, appealableUntil);
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
    return Optional.ofNullable(appealOutcome)
        .map(AppealOutcome::ordinal)
        .or(() -> Optional.ofNullable(outcome).map(CalibrationOutcome::ordinal))
        .or(this::originalOrdinal);
  }

  /** Why what counts isn't what the reviewer concluded, as subscribers are told. */
  public Optional<String> reasonCode() {
    return appealOutcome == null
        ? Optional.ofNullable(outcome).map(CalibrationOutcome::reasonCode)
        : Optional.of(AppealOutcome.REASON_CODE);
  }
}
