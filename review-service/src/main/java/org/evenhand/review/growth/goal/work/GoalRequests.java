package org.evenhand.review.growth.goal.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.goal.Health;
import org.evenhand.review.growth.goal.Outcome;
import org.evenhand.review.growth.goal.terms.TermsBody;
import org.jspecify.annotations.Nullable;

/** What callers send to a goal. */
final class GoalRequests {

  private static final int LONG_TEXT = 4000;

  private GoalRequests() {}

  /**
   * @param employeeId for whom; absent for the caller themself
   * @param assignmentId which of their assignments, by the HRIS' id; absent for the main one
   */
  @Schema(
      name = "GoalRequest",
      example =
          """
          {"employeeId": "019a8c1e-6f00-7000-8000-000000000021",
           "terms": {"title": "Answers within two days", "measure": {"kind": "YES_NO"},
             "visibility": "SELF_AND_LINE", "dueOn": "2027-06-30"}}
          """)
  record GoalRequest(
      @Nullable UUID employeeId,
      @PlainText @Size(max = 100) @Nullable String assignmentId,
      @NotNull @Valid TermsBody terms,
      @Nullable UUID parentId) {}

  /**
   * @param reason why what was agreed is to change; needed then
   */
  @Schema(
      name = "GoalChangeRequest",
      example =
          """
          {"terms": {"title": "Answers within a day", "measure": {"kind": "YES_NO"},
             "visibility": "SELF_AND_LINE", "dueOn": "2027-09-30"},
           "reason": "The new line opens in July"}
          """)
  record GoalChangeRequest(
      @NotNull @Valid TermsBody terms, @PlainText @Size(max = 2000) @Nullable String reason) {}

  /**
   * @param parentId the goal that this one serves; absent for none
   */
  @Schema(
      name = "GoalLinkRequest",
      example = "{\"parentId\": \"019a8c1e-6f00-7000-8000-000000000301\"}")
  record GoalLinkRequest(@Nullable UUID parentId) {}

  @Schema(
      name = "GoalProgressRequest",
      example = "{\"health\": \"AT_RISK\", \"note\": \"Two of the team are new\"}")
  record GoalProgressRequest(
      @NotNull Health health, @PlainText @Size(max = LONG_TEXT) @Nullable String note) {}

  @Schema(
      name = "GoalRevisitRequest",
      example = "{\"revisitOn\": \"2027-02-26\", \"note\": \"We keep it as it is\"}")
  record GoalRevisitRequest(
      @NotNull LocalDate revisitOn, @PlainText @Size(max = LONG_TEXT) @Nullable String note) {}

  /**
   * @param reason needed for DROPPED
   * @param dueOn until when it goes on; needed for CARRIED_OVER
   */
  @Schema(
      name = "GoalClosingRequest",
      example = "{\"outcome\": \"CARRIED_OVER\", \"dueOn\": \"2027-12-31\"}")
  record GoalClosingRequest(
      @NotNull Outcome outcome,
      @PlainText @Size(max = LONG_TEXT) @Nullable String reason,
      @Nullable LocalDate dueOn) {}

  @Schema(name = "GoalRemarkRequest", example = "{\"text\": \"It was reached in part\"}")
  record GoalRemarkRequest(@NotNull @PlainText @Size(max = LONG_TEXT) String text) {}
}
