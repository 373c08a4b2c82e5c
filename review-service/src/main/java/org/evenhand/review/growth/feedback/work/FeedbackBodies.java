package org.evenhand.review.growth.feedback.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.feedback.FeedbackKind;
import org.evenhand.review.growth.feedback.FeedbackVisibility;
import org.evenhand.review.growth.feedback.HidingReason;
import org.jspecify.annotations.Nullable;

/** What callers send to feedback. */
final class FeedbackBodies {

  static final int MOST_RECIPIENTS = 10;

  private static final int LONG_TEXT = 8000;

  private FeedbackBodies() {}

  /**
   * What somebody says, and to whom.
   *
   * @param criterion of the policy in force for each recipient; recognition names one, or a value
   * @param value a value of the company, in its words
   * @param situation needed for critique, as are impact and wish
   * @param wish for critique alone
   * @param requestId the request that it answers
   */
  @Schema(
      name = "NewFeedback",
      example =
          """
          {"kind": "RECOGNITION", "recipientIds": ["019a8c1e-6f00-7000-8000-000000000021"],
           "visibility": "RECIPIENT_AND_MANAGER", "criterion": "together",
           "situation": "The move of the archive",
           "behaviour": "Asked everybody what they would miss"}
          """)
  record NewFeedback(
      @NotNull FeedbackKind kind,
      @NotNull @Size(min = 1, max = MOST_RECIPIENTS) List<@NotNull UUID> recipientIds,
      @NotNull FeedbackVisibility visibility,
      @PlainText @Size(max = 100) @Nullable String criterion,
      @PlainText @Size(max = 100) @Nullable String value,
      @PlainText @Size(max = LONG_TEXT) @Nullable String situation,
      @NotNull @PlainText @Size(max = LONG_TEXT) String behaviour,
      @PlainText @Size(max = LONG_TEXT) @Nullable String impact,
      @PlainText @Size(max = LONG_TEXT) @Nullable String wish,
      @Nullable UUID requestId) {}

  /**
   * To whom somebody is about to write, and for whom.
   *
   * @param requestId the request that it is to answer
   */
  @Schema(
      name = "FeedbackPreview",
      example =
          """
          {"kind": "CRITIQUE", "recipientIds": ["019a8c1e-6f00-7000-8000-000000000021"],
           "visibility": "RECIPIENT_AND_MANAGER"}
          """)
  record PreviewRequest(
      @NotNull FeedbackKind kind,
      @NotNull @Size(min = 1, max = MOST_RECIPIENTS) List<@NotNull UUID> recipientIds,
      @NotNull FeedbackVisibility visibility,
      @Nullable UUID requestId) {}

  @Schema(name = "NewFeedbackAddition", example = "{\"text\": \"It was Cas who began it\"}")
  record AdditionRequest(@NotNull @PlainText @Size(max = LONG_TEXT) String text) {}

  /** To whom a recipient opens it. */
  @Schema(name = "FeedbackOpenTo")
  enum OpenTo {
    /** Whoever leads them today, and whoever has a review of theirs that isn't over. */
    MANAGER,
    /** HR of their unit, who can hide it. */
    HR,
    /** Everybody in the company, once each recipient has said so; recognition alone. */
    EVERYBODY
  }

  @Schema(name = "FeedbackOpening", example = "{\"to\": \"MANAGER\"}")
  record OpeningRequest(@NotNull OpenTo to) {}

  /**
   * In which review of the caller's own.
   *
   * @param criterion of the policy of its cycle; absent for that of the feedback
   */
  @Schema(
      name = "FeedbackCitation",
      example = "{\"reviewId\": \"019a8c1e-6f00-7000-8000-000000000112\"}")
  record CitationRequest(
      @NotNull UUID reviewId, @PlainText @Size(max = 100) @Nullable String criterion) {}

  @Schema(name = "FeedbackHiding", example = "{\"reason\": \"OFFENSIVE\"}")
  record HidingRequest(@NotNull HidingReason reason) {}
}
