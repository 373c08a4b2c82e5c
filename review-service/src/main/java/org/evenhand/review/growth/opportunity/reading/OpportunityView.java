package org.evenhand.review.growth.opportunity.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityState;
import org.evenhand.review.growth.opportunity.access.OpportunityRelation;
import org.evenhand.review.growth.opportunity.terms.Eligibility;
import org.evenhand.review.growth.opportunity.terms.OpportunityKind;
import org.evenhand.review.growth.opportunity.terms.OpportunityTerms;
import org.evenhand.review.growth.opportunity.terms.SoughtCriterion;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity as its reader may see it. It says of nobody that they have applied, and not how
 * many have.
 *
 * @param hash the SHA-256 of what was posted, with the rule
 * @param assessors for HR alone
 * @param application the caller's own
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(name = "OpportunityView")
public record OpportunityView(
    UUID id,
    OpportunityState state,
    OpportunityKind kind,
    String orgUnit,
    OpportunityTermsView terms,
    OpportunityRuleView eligibility,
    @Nullable String hash,
    @Nullable LocalDate postedOn,
    @Nullable LocalDate openUntil,
    @Nullable LocalDate decidedOn,
    @Nullable String withdrawalReason,
    @Nullable List<PersonRef> assessors,
    @Nullable UUID application,
    List<OpportunityRelation> relations,
    List<String> actions) {

  @Schema(name = "OpportunityTerms")
  public record OpportunityTermsView(
      String title,
      String description,
      String workLocation,
      int places,
      List<OpportunityCriterionView> criteria) {

    static OpportunityTermsView of(OpportunityTerms terms) {
      return new OpportunityTermsView(
          terms.title(),
          terms.description(),
          terms.workLocation(),
          terms.places(),
          terms.criteria().stream().map(OpportunityCriterionView::of).toList());
    }
  }

  @Schema(name = "OpportunityCriterion")
  public record OpportunityCriterionView(
      String key, String text, @Nullable String criterion, int weight, boolean condition) {

    static OpportunityCriterionView of(SoughtCriterion sought) {
      return new OpportunityCriterionView(
          sought.key(), sought.text(), sought.criterion(), sought.weight(), sought.condition());
    }
  }

  @Schema(name = "OpportunityEligibility")
  public record OpportunityRuleView(
      List<String> jobFamilies,
      List<String> jobLevels,
      List<String> orgUnits,
      List<String> workLocations,
      List<String> countries,
      int monthsOfService) {

    static OpportunityRuleView of(Eligibility rule) {
      return new OpportunityRuleView(
          rule.jobFamilies(),
          rule.jobLevels(),
          rule.orgUnits(),
          rule.workLocations(),
          rule.countries(),
          rule.monthsOfService());
    }
  }

  /** What doesn't depend on who reads it. */
  static OpportunityView of(Opportunity opportunity, OpportunitySeen seen) {
    return new OpportunityView(
        opportunity.id(),
        opportunity.state(),
        opportunity.kind(),
        opportunity.orgUnit(),
        OpportunityTermsView.of(opportunity.terms()),
        OpportunityRuleView.of(opportunity.eligibility()),
        opportunity.termsHash().orElse(null),
        opportunity.postedOn().orElse(null),
        opportunity.openUntil().orElse(null),
        opportunity.decidedOn().orElse(null),
        opportunity.withdrawalReason().orElse(null),
        seen.assessors(),
        seen.application(),
        seen.relations().stream().sorted().toList(),
        seen.actions(opportunity));
  }
}
