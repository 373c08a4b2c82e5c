package org.evenhand.review.growth.remediation.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.remediation.terms.RemediationTermsBody;
import org.jspecify.annotations.Nullable;

/** What callers send to a remediation plan. */
final class RemediationRequests {

  private static final int LONG_TEXT = 4000;

  private RemediationRequests() {}

  /**
   * @param assignmentId which of their assignments, by the HRIS' id; absent for the main one
   */
  @Schema(
      name = "RemediationPlanRequest",
      example =
          """
          {"employeeId": "019a8c1e-6f00-7000-8000-000000000021",
           "terms": {"criterion": "delivery", "ordinal": 3,
             "shortfall": "Releases come without a plan", "observations": [], "days": 60,
             "checkpoints": [{"day": 15}], "means": [{"kind": "MENTOR", "day": 7}]}}
          """)
  record ProposalRequest(
      @NotNull UUID employeeId,
      @PlainText @Size(max = 100) @Nullable String assignmentId,
      @NotNull @Valid RemediationTermsBody terms) {}

  @Schema(
      name = "RemediationChangeRequest",
      example =
          """
          {"terms": {"criterion": "delivery", "ordinal": 3,
             "shortfall": "Releases come without a plan", "observations": [], "days": 60,
             "checkpoints": [{"day": 15}], "means": [{"kind": "MENTOR", "day": 7}]}}
          """)
  record ChangeRequest(@NotNull @Valid RemediationTermsBody terms) {}

  /**
   * @param exception why it has to be although the person has objected lately, of hr-lead
   */
  @Schema(name = "RemediationReviewRequest", example = "{}")
  record ReviewRequest(@PlainText @Size(max = LONG_TEXT) @Nullable String exception) {}

  @Schema(
      name = "RemediationAcknowledgementRequest",
      example = "{\"reply\": \"Two of the releases had no date when I got them\"}")
  record AcknowledgementRequest(@PlainText @Size(max = LONG_TEXT) @Nullable String reply) {}

  /**
   * @param employeeId null for nobody any more
   */
  @Schema(
      name = "RemediationCompanionRequest",
      example = "{\"employeeId\": \"019a8c1e-6f00-7000-8000-000000000022\"}")
  record CompanionRequest(@Nullable UUID employeeId) {}

  @Schema(name = "RemediationConsentRequest", example = "{\"accepted\": true}")
  record ConsentRequest(@NotNull Boolean accepted) {}

  @Schema(name = "RemediationCheckpointRequest", example = "{\"note\": \"The first plan held\"}")
  record CheckpointRequest(@PlainText @Size(max = LONG_TEXT) @Nullable String note) {}

  @Schema(
      name = "RemediationExtensionRequest",
      example = "{\"days\": 30, \"reason\": \"The mentor came late\"}")
  record ExtensionRequest(
      @NotNull @Min(14) @Max(90) Integer days,
      @NotNull @PlainText @Size(max = LONG_TEXT) String reason) {}

  @Schema(
      name = "RemediationReasonRequest",
      example = "{\"reason\": \"What was missing is there\"}")
  record ReasonRequest(@NotNull @PlainText @Size(max = LONG_TEXT) String reason) {}
}
