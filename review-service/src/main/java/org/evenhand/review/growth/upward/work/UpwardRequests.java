package org.evenhand.review.growth.upward.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What callers send to a round of upward feedback. */
final class UpwardRequests {

  static final int FEWEST_QUESTIONS = 2;
  static final int MOST_QUESTIONS = 6;
  private static final int LONG_TEXT = 8000;
  private static final int SHORT_TEXT = 500;

  private UpwardRequests() {}

  /**
   * @param assignmentId missing for the main one
   * @param questions missing for those of the policy in force, or ours
   */
  @Schema(
      name = "UpwardRoundRequest",
      example =
          """
          {"managerId": "019a8c1e-6f00-7000-8000-000000000021", "closesOn": "2026-12-11",
           "questions": ["What of their leading helps you in your work?",
             "What should they do otherwise?"]}
          """)
  record RoundRequest(
      @NotNull UUID managerId,
      @PlainText @Size(max = 100) @Nullable String assignmentId,
      @NotNull LocalDate closesOn,
      @Size(min = FEWEST_QUESTIONS, max = MOST_QUESTIONS)
          @Nullable List<@NotNull @PlainText @Size(max = SHORT_TEXT) String> questions) {}

  @Schema(
      name = "UpwardAnswersRequest",
      example = "{\"answers\": [{\"question\": 1, \"text\": \"Asks us before deciding\"}]}")
  record AnswersRequest(
      @NotEmpty @Size(max = MOST_QUESTIONS) List<@NotNull @Valid AnswerRequest> answers) {}

  /**
   * @param question its number in the round
   */
  @Schema(name = "UpwardAnswerRequest")
  record AnswerRequest(
      @NotNull @Min(1) Integer question, @NotNull @PlainText @Size(max = LONG_TEXT) String text) {}

  @Schema(
      name = "UpwardCancellationRequest",
      example = "{\"reason\": \"The team is divided anew\"}")
  record CancellationRequest(@NotNull @PlainText @Size(max = SHORT_TEXT) String reason) {}
}
