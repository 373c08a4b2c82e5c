package org.evenhand.review.trail;

import java.util.List;
import java.util.Optional;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.rating.Calibration;
import org.evenhand.review.review.Acknowledgement;
import org.evenhand.review.review.AppealOutcome;
import org.evenhand.review.review.CalibrationOutcome;
import org.evenhand.review.review.Conclusion;
import org.evenhand.review.review.Gathered;
import org.evenhand.review.review.Observation;
import org.evenhand.review.review.Reopening;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewStates;
import org.evenhand.review.review.ReviewWork;
import org.evenhand.review.review.Revision;
import org.evenhand.review.review.Submission;
import org.jspecify.annotations.Nullable;

/** Writes out what was concluded, with its content or without. */
final class Conclusions {

  private final PolicyContent policy;
  private final boolean content;
  private final Names names;

  Conclusions(PolicyContent policy, boolean content, Names names) {
    this.policy = policy;
    this.content = content;
    this.names = names;
  }

  Optional<TrailView.Conclusion> present(Review review) {
    Conclusion concluded = review.conclusion();
    return Optional.ofNullable(concluded.submission())
        .map(
            submission ->
                new TrailView.Conclusion(
                    review.revision(),
                    content ? ratings(review.work()) : null,
                    content ? review.work().contextNote() : null,
                    review.work().observations().size(),
                    submitted(submission),
                    ReviewStates.calibration(review),
                    review.outcome().filter(outcome -> content).map(this::calibrated).orElse(null),
                    appealed(concluded.appealOutcome()),
                    review.ordinal().map(this::level).filter(level -> content).orElse(null),
                    concluded.sharedAt(),
                    concluded.answerUntil(),
                    concluded.appealableUntil(),
                    Optional.ofNullable(concluded.acknowledgement())
                        .map(this::acknowledged)
                        .orElse(null),
                    null));
  }

  TrailView.Conclusion earlier(Revision revision) {
    CalibrationOutcome outcome = revision.outcome();
    Acknowledgement acknowledgement = revision.acknowledgement();
    return new TrailView.Conclusion(
        revision.number(),
        content ? ratings(revision.work()) : null,
        content ? revision.work().contextNote() : null,
        revision.work().observations().size(),
        submitted(revision.submission()),
        outcome == null ? Calibration.NOT_CALIBRATED : Calibration.CALIBRATED,
        outcome == null || !content ? null : calibrated(outcome),
        appealed(revision.appealOutcome()),
        content ? level(revision.ordinal()) : null,
        revision.sharedAt(),
        null,
        null,
        acknowledgement == null ? null : acknowledged(acknowledgement),
        revision.reopenedBy() == null ? null : reopened(revision.reopenedBy()));
  }

  private List<TrailView.RatedPart> ratings(ReviewWork work) {
    return work.ratings().stream()
        .map(
            rating ->
                new TrailView.RatedPart(
                    rating.criterion(),
                    level(rating.ordinal()),
                    policy.anchor(rating.criterion(), rating.ordinal()).orElse(null),
                    policy.anchor(rating.criterion(), rating.ordinal() + 1).orElse(null),
                    rating.rationale(),
                    work.observationsOn(rating.criterion()).map(this::observed).toList()))
        .toList();
  }

  private TrailView.ObservedPart observed(Observation seen) {
    return new TrailView.ObservedPart(
        seen.situation(), seen.behaviour(), seen.impact(), seen.observedOn(), gathered(seen));
  }

  private TrailView.@Nullable GatheredPart gathered(Observation seen) {
    Gathered how = seen.gathered();
    return how == null
        ? null
        : new TrailView.GatheredPart(
            names.of(seen.authorId()),
            seen.recordedAt(),
            how.toldAt(),
            how.citedAt(),
            how.reply(),
            how.feedback());
  }

  private TrailView.Submitted submitted(Submission submission) {
    return new TrailView.Submitted(
        names.of(submission.reviewerId()),
        content ? submission.confirmedBy() : null,
        submission.at(),
        content ? level(submission.overall().ordinal()) : null,
        content ? submission.overall().reason() : null);
  }

  private TrailView.Calibrated calibrated(CalibrationOutcome outcome) {
    return new TrailView.Calibrated(
        outcome.sessionId(),
        outcome.decision(),
        level(outcome.ordinal()),
        outcome.precedentId(),
        outcome.reasonCode(),
        outcome.reason(),
        outcome.at());
  }

  private TrailView.@Nullable Appealed appealed(@Nullable AppealOutcome outcome) {
    return outcome == null || !content
        ? null
        : new TrailView.Appealed(level(outcome.ordinal()), outcome.at());
  }

  private TrailView.Acknowledged acknowledged(Acknowledgement acknowledgement) {
    return new TrailView.Acknowledged(
        acknowledgement.at(),
        acknowledgement.disagreement() != null,
        content ? acknowledgement.disagreement() : null);
  }

  private TrailView.Reopened reopened(Reopening reopening) {
    var agreed = reopening.decision().countersignature();
    return new TrailView.Reopened(
        content ? reopening.reason() : null,
        names.of(reopening.decision().proposal().employeeId()),
        reopening.decision().proposal().at(),
        agreed == null ? null : names.of(agreed.employeeId()));
  }

  private TrailView.LevelPart level(int ordinal) {
    RatingScale scale = policy.scale();
    return new TrailView.LevelPart(ordinal, scale.label(ordinal));
  }
}
