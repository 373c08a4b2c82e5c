package org.evenhand.review.growth.opportunity.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.opportunity.application.Assessment.Finding;
import org.evenhand.review.growth.opportunity.application.Fit;
import org.evenhand.review.growth.opportunity.application.Verdict.Reason;

/** What callers send to an application. */
final class ApplicationRequests {

  private ApplicationRequests() {}

  /** What keeps it from being eligible. */
  @Schema(
      name = "OpportunityIneligibilityRequest",
      example = "{\"criterion\": \"planning\", \"text\": \"Asks for having planned once\"}")
  record IneligibilityRequest(
      @NotNull @PlainText @Size(max = 40) String criterion,
      @NotNull @PlainText @Size(max = 2000) String text) {

    Reason reason() {
      return new Reason(criterion, text);
    }
  }

  @Schema(name = "OpportunityFindingRequest")
  record FindingRequest(
      @NotNull @PlainText @Size(max = 40) String criterion,
      @NotNull Fit fit,
      @NotNull @PlainText @Size(max = 2000) String note) {

    Finding finding() {
      return new Finding(criterion, fit, note);
    }
  }

  /**
   * @param findings one for each criterion
   */
  @Schema(
      name = "OpportunityAssessmentRequest",
      example =
          """
          {"findings": [{"criterion": "planning", "fit": "SHOWN",
             "note": "Planned the release of March with two others"}]}
          """)
  record AssessmentRequest(
      @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid FindingRequest> findings) {

    List<String> criteria() {
      return findings.stream().map(FindingRequest::criterion).toList();
    }
  }

  @Schema(name = "OpportunityReasonRequest")
  record ReasonRequest(
      @NotNull @PlainText @Size(max = 40) String criterion,
      @NotNull @PlainText @Size(max = 2000) String text) {

    Reason reason() {
      return new Reason(criterion, text);
    }
  }

  /**
   * @param reasons one for each criterion, as the applicant will read them
   */
  @Schema(
      name = "OpportunityVerdictRequest",
      example =
          """
          {"selected": false, "reasons": [{"criterion": "planning",
             "text": "Others have planned with more than one team"}]}
          """)
  record VerdictRequest(
      @NotNull Boolean selected,
      @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid ReasonRequest> reasons) {

    List<String> criteria() {
      return reasons.stream().map(ReasonRequest::criterion).toList();
    }
  }
}
