package org.evenhand.review.review.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.cycle.reading.DecisionView;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.review.Ending;
import org.evenhand.review.review.Gathered;
import org.evenhand.review.review.NotRatedReason;
import org.evenhand.review.review.Observation;
import org.evenhand.review.review.Overall;
import org.evenhand.review.review.Reassignment;
import org.evenhand.review.review.ReassignmentCode;
import org.evenhand.review.review.Reopening;
import org.evenhand.review.review.ReviewerConcern;
import org.evenhand.review.review.ReviewerQuestion;
import org.evenhand.review.review.Submission;
import org.jspecify.annotations.Nullable;

/** What people did with a review, with their names. */
public final class WorkViews {

  private WorkViews() {}

  /**
   * Something that was seen: what the situation was, what the person did, and what came of it.
   *
   * @param impact empty where nobody said what came of it
   * @param gathered how it was gathered during the year; absent of what was written into the review
   */
  @Schema(name = "Observation")
  public record ObservationView(
      UUID id,
      String criterion,
      String situation,
      String behaviour,
      String impact,
      LocalDate observedOn,
      PersonRef author,
      Instant recordedAt,
      @Nullable Gathered gathered) {

    static ObservationView of(Observation seen, Names names) {
      return new ObservationView(
          seen.id(),
          seen.criterion(),
          seen.situation(),
          seen.behaviour(),
          seen.impact(),
          seen.observedOn(),
          names.of(seen.authorId()),
          seen.recordedAt(),
          seen.gathered());
    }
  }

  /** The reviewer's conclusion, confirmed by name. */
  @Schema(name = "Submission")
  public record SubmissionView(
      Overall overall, PersonRef reviewer, String confirmedBy, Instant at) {

    static SubmissionView of(Submission submission, Names names) {
      return new SubmissionView(
          submission.overall(),
          names.of(submission.reviewerId()),
          submission.confirmedBy(),
          submission.at());
    }
  }

  /** That the review ended without a rating, why, by whom and when. */
  @Schema(name = "Ending")
  public record EndingView(NotRatedReason reason, PersonRef by, Instant at) {

    static EndingView of(Ending ending, Names names) {
      return new EndingView(ending.reason(), names.of(ending.employeeId()), ending.at());
    }
  }

  /** That HR proposes to look at a concluded review again, and why. */
  @Schema(name = "Reopening")
  public record ReopeningView(String reason, DecisionView decision) {

    static ReopeningView of(Reopening reopening, Names names) {
      return new ReopeningView(reopening.reason(), DecisionView.of(reopening.decision(), names));
    }
  }

  /**
   * That the review passed from one reviewer (none, where nobody was above) to another.
   *
   * @param to absent where nobody was there who could take it
   * @param by who decided it; absent where it followed from the lines
   */
  @Schema(name = "Reassignment")
  public record ReassignmentView(
      @Nullable PersonRef from,
      @Nullable PersonRef to,
      ReassignmentCode code,
      String reason,
      @Nullable PersonRef by,
      Instant at) {

    static ReassignmentView of(Reassignment passed, Names names) {
      return new ReassignmentView(
          names.orNull(passed.from()),
          names.orNull(passed.to()),
          passed.code(),
          passed.reason(),
          names.orNull(passed.employeeId()),
          passed.at());
    }
  }

  /**
   * That HR is asked whether the reviewer stays.
   *
   * @param manager to whom the reviewee reports now; absent where to nobody
   */
  @Schema(name = "ReviewerQuestion")
  public record ReviewerQuestionView(
      ReviewerConcern concern, @Nullable PersonRef manager, Instant since) {

    static ReviewerQuestionView of(ReviewerQuestion asked, Names names) {
      return new ReviewerQuestionView(
          asked.concern(), names.orNull(asked.managerId()), asked.since());
    }
  }
}
