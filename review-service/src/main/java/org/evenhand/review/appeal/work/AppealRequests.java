package org.evenhand.review.appeal.work;

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
import org.evenhand.review.appeal.Ground;
import org.evenhand.review.appeal.Panel;
import org.evenhand.review.appeal.Vote;
import org.jspecify.annotations.Nullable;

/** What callers send to an appeal. */
final class AppealRequests {

  private static final int LONG_TEXT = 8000;

  private AppealRequests() {}

  /**
   * @param precedent which case was rated otherwise, in words; this or the next is needed for the
   *     ground CONSISTENCY
   * @param precedentId one that is out
   * @param lateReason why it comes after the time to appeal; needed then
   */
  @Schema(
      name = "FilingRequest",
      example =
          """
          {"reviewId": "019a8c1e-6f00-7000-8000-000000000002", "grounds": ["EVIDENCE"],
           "statement": "Two releases of the spring are missing among the observations"}
          """)
  record FilingRequest(
      @NotNull UUID reviewId,
      @NotEmpty @Size(max = 5) List<@NotNull Ground> grounds,
      @NotNull @PlainText @Size(max = LONG_TEXT) String statement,
      @PlainText @Size(max = 500) @Nullable String precedent,
      @Nullable UUID precedentId,
      @PlainText @Size(max = 2000) @Nullable String lateReason) {}

  @Schema(
      name = "CompanionRequest",
      example = "{\"employeeId\": \"019a8c1e-6f00-7000-8000-000000000021\"}")
  record CompanionRequest(@NotNull UUID employeeId) {}

  @Schema(
      name = "ScreeningRequest",
      example = "{\"admitted\": true, \"reason\": \"It names what the rating left out\"}")
  record ScreeningRequest(
      @NotNull Boolean admitted, @NotNull @PlainText @Size(max = 2000) String reason) {}

  /**
   * @param reason needed of HR, which withdraws for one who has left; an appellant may give one
   */
  @Schema(name = "WithdrawalRequest", example = "{\"reason\": \"Both sides have settled it\"}")
  record WithdrawalRequest(@PlainText @Size(max = 2000) @Nullable String reason) {}

  @Schema(
      name = "AppealResponseRequest",
      example = "{\"text\": \"The releases were another team's; here is what was seen\"}")
  record AppealResponseRequest(@NotNull @PlainText @Size(max = LONG_TEXT) String text) {}

  @Schema(
      name = "PanelRequest",
      example =
          """
          {"members": ["019a8c1e-6f00-7000-8000-000000000031",
            "019a8c1e-6f00-7000-8000-000000000032", "019a8c1e-6f00-7000-8000-000000000033"]}
          """)
  record PanelRequest(
      @NotNull @Size(min = Panel.SEATS, max = Panel.SEATS) List<@NotNull UUID> members) {}

  /**
   * @param passages what would tell whom it is about, as it stands in the evidence; empty where
   *     nothing does
   */
  @Schema(name = "EvidenceCheckRequest", example = "{\"passages\": [\"Madame Holt\"]}")
  record EvidenceCheckRequest(
      @NotNull @Size(max = 100) List<@NotNull @PlainText @Size(max = 500) String> passages) {}

  @Schema(
      name = "SeatRequest",
      example =
          """
          {"leaving": "019a8c1e-6f00-7000-8000-000000000031",
           "joining": "019a8c1e-6f00-7000-8000-000000000034"}
          """)
  record SeatRequest(@NotNull UUID leaving, @NotNull UUID joining) {}

  @Schema(
      name = "ScoreRequest",
      example = "{\"ordinal\": 4, \"reason\": \"Two observations match the anchor of level 4\"}")
  record ScoreRequest(
      @NotNull @Min(1) Integer ordinal, @NotNull @PlainText @Size(max = LONG_TEXT) String reason) {}

  @Schema(
      name = "HearingRequest",
      example = "{\"heldOn\": \"2026-11-20\", \"note\": \"Both were heard, one after the other\"}")
  record HearingRequest(
      @NotNull LocalDate heldOn, @NotNull @PlainText @Size(max = LONG_TEXT) String note) {}

  /**
   * @param ordinal the level that is to count; of CHANGE alone
   * @param turnsOn the anchor on whose reading the case turns, where it turns on one
   * @param precedentId one that is out under the policy of the result, where the vote names one
   */
  @Schema(
      name = "VoteRequest",
      example =
          """
          {"choice": "CHANGE", "ordinal": 4, "reason": "What was left out speaks for level 4"}
          """)
  record VoteRequest(
      @NotNull Vote.Choice choice,
      @Min(1) @Nullable Integer ordinal,
      @Valid @Nullable AnchorName turnsOn,
      @Nullable UUID precedentId,
      @NotNull @PlainText @Size(max = LONG_TEXT) String reason) {}

  @Schema(name = "AnchorName", example = "{\"criterion\": \"delivery\", \"ordinal\": 4}")
  record AnchorName(
      @NotNull @PlainText @Size(max = 60) String criterion, @NotNull @Min(1) Integer ordinal) {}

  @Schema(
      name = "ReassessorRequest",
      example = "{\"employeeId\": \"019a8c1e-6f00-7000-8000-000000000041\"}")
  record ReassessorRequest(@NotNull UUID employeeId) {}
}
