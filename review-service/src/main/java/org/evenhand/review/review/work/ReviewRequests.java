package org.evenhand.review.review.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.review.NotRatedReason;
import org.jspecify.annotations.Nullable;

/** What callers send to a review. */
final class ReviewRequests {

  private static final int LONG_TEXT = 8000;

  private ReviewRequests() {}

  /** Answers to questions of the policy's form. */
  @Schema(
      name = "ContributionRequest",
      example =
          "{\"answers\": [{\"question\": \"proud\", \"text\": \"The move to the new store\"}]}")
  record ContributionRequest(
      @NotEmpty @Size(max = 100) List<@NotNull @Valid AnswerRequest> answers) {}

  record AnswerRequest(
      @NotNull @PlainText @Size(max = 100) String question,
      @NotNull @PlainText @Size(max = LONG_TEXT) String text) {}

  @Schema(
      name = "ObservationRequest",
      example =
          """
          {"criterion": "delivery", "situation": "The release was at risk",
           "behaviour": "Split it and said what would not be in it",
           "impact": "The first half shipped in time", "observedOn": "2026-05-12"}
          """)
  record ObservationRequest(
      @NotNull @PlainText @Size(max = 100) String criterion,
      @NotNull @PlainText @Size(max = LONG_TEXT) String situation,
      @NotNull @PlainText @Size(max = LONG_TEXT) String behaviour,
      @NotNull @PlainText @Size(max = LONG_TEXT) String impact,
      @NotNull LocalDate observedOn) {}

  @Schema(
      name = "RatingRequest",
      example = "{\"ordinal\": 4, \"rationale\": \"Twice under pressure, and others followed\"}")
  record RatingRequest(
      @NotNull @Min(1) Integer ordinal,
      @NotNull @PlainText @Size(max = LONG_TEXT) String rationale) {}

  @Schema(name = "ContextNoteRequest", example = "{\"text\": \"Half of the team was new\"}")
  record ContextNoteRequest(@NotNull @PlainText @Size(max = LONG_TEXT) String text) {}

  @Schema(name = "SubmissionRequest", example = "{\"confirmedBy\": \"Łukasz Wiśniewski\"}")
  record SubmissionRequest(
      @Min(1) @Nullable Integer overallOrdinal,
      @PlainText @Size(max = LONG_TEXT) @Nullable String overallReason,
      @NotNull @PlainText @Size(max = 400) String confirmedBy) {}

  @Schema(
      name = "AcknowledgementRequest",
      example = "{\"disagreement\": \"Two of my releases are missing\"}")
  record AcknowledgementRequest(@PlainText @Size(max = LONG_TEXT) @Nullable String disagreement) {}

  @Schema(
      name = "ReassignmentRequest",
      example = "{\"reviewerExternalId\": \"L006\", \"reason\": \"The manager is on long leave\"}")
  record ReassignmentRequest(
      @NotNull @PlainText @Size(max = 100) String reviewerExternalId,
      @NotNull @PlainText @Size(max = 2000) String reason) {}

  @Schema(name = "NotRatedRequest", example = "{\"reason\": \"ON_LEAVE\"}")
  record NotRatedRequest(@NotNull NotRatedReason reason) {}
}
