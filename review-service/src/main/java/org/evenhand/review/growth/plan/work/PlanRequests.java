package org.evenhand.review.growth.plan.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.plan.DevelopmentOutcome;
import org.evenhand.review.growth.plan.UnmetCause;
import org.evenhand.review.growth.plan.terms.PlanTermsBody;
import org.jspecify.annotations.Nullable;

/** What callers send to a development plan. */
final class PlanRequests {

  private static final int LONG_TEXT = 4000;

  private PlanRequests() {}

  /**
   * @param employeeId for whom; absent for the caller themself
   * @param assignmentId which of their assignments, by the HRIS' id; absent for the main one
   */
  @Schema(
      name = "DevelopmentPlanRequest",
      example =
          """
          {"employeeId": "019a8c1e-6f00-7000-8000-000000000021",
           "terms": {"aim": "Plan a release without help", "until": "2027-06-30",
             "actions": [{"kind": "STRETCH", "title": "Plan the release of May",
               "measure": "It came when it was promised", "dueOn": "2027-05-31"}]}}
          """)
  record PlanRequest(
      @Nullable UUID employeeId,
      @PlainText @Size(max = 100) @Nullable String assignmentId,
      @NotNull @Valid PlanTermsBody terms) {}

  /**
   * @param reason why what was agreed is to change; needed then
   */
  @Schema(
      name = "DevelopmentPlanChangeRequest",
      example =
          """
          {"terms": {"aim": "Plan a release without help", "until": "2027-09-30",
             "actions": [{"kind": "STRETCH", "title": "Plan the release of August",
               "measure": "It came when it was promised", "dueOn": "2027-08-31"}]},
           "reason": "The release of May was given up"}
          """)
  record PlanChangeRequest(
      @NotNull @Valid PlanTermsBody terms, @PlainText @Size(max = 2000) @Nullable String reason) {}

  /**
   * @param text absent to take it back
   */
  @Schema(
      name = "DevelopmentWishRequest",
      example = "{\"text\": \"I would like to learn how releases are planned\"}")
  record WishRequest(@PlainText @Size(max = LONG_TEXT) @Nullable String text) {}

  /**
   * @param reason needed for DROPPED
   */
  @Schema(
      name = "DevelopmentActionEndingRequest",
      example = "{\"outcome\": \"DROPPED\", \"reason\": \"The course is given no more\"}")
  record ActionEndingRequest(
      @NotNull DevelopmentOutcome outcome,
      @PlainText @Size(max = LONG_TEXT) @Nullable String reason) {}

  @Schema(name = "CheckpointHoldingRequest", example = "{\"note\": \"The first plan held\"}")
  record CheckpointHoldingRequest(@PlainText @Size(max = LONG_TEXT) @Nullable String note) {}

  @Schema(
      name = "DevelopmentPlanClosingRequest",
      example = "{\"cause\": \"PROVIDER\", \"reason\": \"The course was cancelled\"}")
  record PlanClosingRequest(
      @NotNull UnmetCause cause, @NotNull @PlainText @Size(max = LONG_TEXT) String reason) {}

  /**
   * @param until the last day of the plan that goes on with it
   */
  @Schema(name = "DevelopmentCarryOverRequest", example = "{\"until\": \"2027-12-31\"}")
  record CarryOverRequest(@NotNull LocalDate until) {}
}
