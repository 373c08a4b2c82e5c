package org.evenhand.review.review.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.rating.Calibration;
import org.evenhand.review.review.Acknowledgement;
import org.evenhand.review.review.CalibrationOutcome;
import org.evenhand.review.review.Contribution;
import org.evenhand.review.review.ContributionType;
import org.evenhand.review.review.CriterionRating;
import org.evenhand.review.review.Decision;
import org.evenhand.review.review.DueDates;
import org.evenhand.review.review.FormAnswer;
import org.evenhand.review.review.Placement;
import org.evenhand.review.review.RatedPeriod;
import org.evenhand.review.review.ReviewPhase;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.reading.WorkViews.EndingView;
import org.evenhand.review.review.reading.WorkViews.ObservationView;
import org.evenhand.review.review.reading.WorkViews.ReassignmentView;
import org.evenhand.review.review.reading.WorkViews.ReopeningView;
import org.evenhand.review.review.reading.WorkViews.ReviewerQuestionView;
import org.evenhand.review.review.reading.WorkViews.SubmissionView;
import org.jspecify.annotations.Nullable;

/**
 * A review as its reader may see it. What is absent is either not there yet or not theirs to see:
 * reviewees see ratings and observations once they are shared, contributors what they wrote.
 *
 * @param suggestedOverall what the weights make of the ratings so far
 * @param originalOrdinal what the reviewer concluded
 * @param ordinal what counts now
 * @param appealableUntil the last day on which the reviewee can appeal
 * @param underAppeal whether an appeal against the result is open
 * @param contributionTypes what of contributions the caller can write now
 * @param actions the ids of the operations that are open to the caller now
 */
public record ReviewView(
    UUID id,
    UUID cycleId,
    String cycleKey,
    UUID policyId,
    int policyVersion,
    ReviewPhase state,
    int revision,
    PersonView reviewee,
    @Nullable PersonView reviewer,
    Placement placement,
    RatedPeriod ratedPeriod,
    DueDates due,
    List<Relation> relations,
    List<ContributionView> contributions,
    @Nullable List<ObservationView> observations,
    @Nullable List<CriterionRating> ratings,
    @Nullable String contextNote,
    @Nullable Integer suggestedOverall,
    @Nullable SubmissionView submission,
    @Nullable Integer originalOrdinal,
    @Nullable Integer ordinal,
    @Nullable Calibration calibration,
    @Nullable CalibrationView calibrationChange,
    @Nullable Instant sharedAt,
    @Nullable LocalDate answerUntil,
    @Nullable LocalDate appealableUntil,
    boolean underAppeal,
    @Nullable Acknowledgement acknowledgement,
    @Nullable EndingView ending,
    @Nullable ReopeningView reopening,
    @Nullable List<ReassignmentView> reassignments,
    @Nullable ReviewerQuestionView reviewerQuestion,
    List<ContributionType> contributionTypes,
    List<String> actions) {

  /**
   * @param contextNote what an earlier reviewer had noted when the review passed on
   */
  public record ContributionView(
      ContributionType type,
      PersonRef author,
      List<FormAnswer> answers,
      List<CriterionRating> ratings,
      @Nullable String contextNote,
      Instant writtenAt,
      @Nullable Instant signedAt) {

    static ContributionView of(Contribution contribution, Names names) {
      return new ContributionView(
          contribution.type(),
          names.of(contribution.authorId()),
          contribution.answers(),
          contribution.ratings(),
          contribution.contextNote(),
          contribution.writtenAt(),
          contribution.signedAt());
    }
  }

  /** What the session decided; not who sat in it. */
  public record CalibrationView(
      Decision decision,
      int ordinal,
      @Nullable UUID precedentId,
      String reasonCode,
      String reason,
      Instant at) {

    public static CalibrationView of(CalibrationOutcome outcome) {
      return new CalibrationView(
          outcome.decision(),
          outcome.ordinal(),
          outcome.precedentId(),
          outcome.reasonCode(),
          outcome.reason(),
          outcome.at());
    }
  }
}
