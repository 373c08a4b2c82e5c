package org.evenhand.review.growth.opportunity.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.opportunity.access.ApplicationRelation;
import org.evenhand.review.growth.opportunity.application.ApplicationState;
import org.evenhand.review.growth.opportunity.application.Fit;
import org.evenhand.review.growth.opportunity.terms.OpportunityKind;
import org.jspecify.annotations.Nullable;

/**
 * An application as its reader may see it. Whoever leads the applicant reads of the offer, and
 * nothing of how it came about.
 *
 * @param title of the opportunity
 * @param assessments the reader's own until two have assessed it, then all; none for the applicant
 * @param selected what is to become of it, for those who decide; for the applicant once all are
 *     told
 * @param reasons one for each criterion; for the applicant once all are told
 * @param answerUntil the last day on which an offer can be answered; then it is declined. For the
 *     applicant and whoever leads them; absent while the applicant is on leave
 * @param closingReason why what it was for is withdrawn
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(name = "OpportunityApplicationView")
public record OpportunityApplicationView(
    UUID id,
    UUID opportunityId,
    OpportunityKind kind,
    String title,
    ApplicationState state,
    PersonRef employee,
    @Nullable Instant submittedAt,
    @Nullable String statement,
    @Nullable List<AssessmentView> assessments,
    @Nullable Boolean selected,
    @Nullable List<CriterionReasonView> reasons,
    @Nullable CriterionReasonView hindrance,
    @Nullable LocalDate answerUntil,
    @Nullable String closingReason,
    List<ApplicationRelation> relations,
    List<String> actions) {

  @Schema(name = "OpportunityAssessment")
  public record AssessmentView(
      PersonRef by, boolean hr, List<AssessmentFindingView> findings, Instant at) {}

  @Schema(name = "OpportunityFinding")
  public record AssessmentFindingView(String criterion, Fit fit, String note) {}

  @Schema(name = "OpportunityReason")
  public record CriterionReasonView(String criterion, String text) {}
}
