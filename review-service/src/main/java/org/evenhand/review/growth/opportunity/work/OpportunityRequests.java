package org.evenhand.review.growth.opportunity.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.opportunity.terms.OpportunityKind;
import org.evenhand.review.growth.opportunity.terms.OpportunityTermsBody;
import org.jspecify.annotations.Nullable;

/** What callers send to an opportunity. */
final class OpportunityRequests {

  static final int LONG_TEXT = 4000;

  private OpportunityRequests() {}

  @Schema(
      name = "OpportunityRequest",
      example =
          """
          {"kind": "STRETCH", "orgUnit": "care-north",
           "terms": {"title": "Plan the release of May",
             "description": "Two days a week for three months", "workLocation": "Utrecht",
             "criteria": [{"key": "planning", "text": "Has planned with others", "weight": 100}]}}
          """)
  record OpportunityRequest(
      @NotNull OpportunityKind kind,
      @NotNull @PlainText @Size(max = 100) String orgUnit,
      @NotNull @Valid OpportunityTermsBody terms) {}

  /**
   * @param openUntil the last day on which people can apply
   */
  @Schema(name = "OpportunityPostingRequest", example = "{\"openUntil\": \"2027-02-26\"}")
  record PostingRequest(@NotNull LocalDate openUntil) {}

  @Schema(
      name = "OpportunityWithdrawalRequest",
      example = "{\"reason\": \"The release of May was given up\"}")
  record WithdrawalRequest(@NotNull @PlainText @Size(max = LONG_TEXT) String reason) {}

  @Schema(
      name = "OpportunityAssessorRequest",
      example = "{\"employeeId\": \"019a8c1e-6f00-7000-8000-000000000021\"}")
  record AssessorRequest(@NotNull UUID employeeId) {}

  @Schema(
      name = "OpportunityApplicationRequest",
      example = "{\"statement\": \"I planned the release of March with Bojan\"}")
  record ApplicationRequest(@PlainText @Size(max = LONG_TEXT) @Nullable String statement) {}
}
