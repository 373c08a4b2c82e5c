package org.evenhand.review.growth.opportunity.terms;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What an opportunity says, as callers write it.
 *
 * @param places one where it is missing
 * @param eligibility everybody where it is missing
 */
@Schema(
    name = "OpportunityTermsRequest",
    example =
        """
        {"title": "Plan the release of May", "description": "Two days a week for three months",
         "workLocation": "Utrecht", "places": 1,
         "criteria": [
           {"key": "planning", "text": "Has planned with others", "weight": 60,
            "condition": true},
           {"key": "delivery", "text": "Delivers what was promised", "criterion": "delivery",
            "weight": 40}],
         "eligibility": {"jobFamilies": ["engineering"], "monthsOfService": 6}}
        """)
public record OpportunityTermsBody(
    @NotNull @PlainText @Size(max = 200) String title,
    @NotNull @PlainText @Size(max = 4000) String description,
    @NotNull @PlainText @Size(max = 100) String workLocation,
    @Min(1) @Max(50) @Nullable Integer places,
    @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid CriterionBody> criteria,
    @Valid @Nullable EligibilityBody eligibility) {

  private static final int WHOLE = 100;

  /**
   * @param pointer where the request has them
   * @throws Problem RULE_VIOLATED naming everything that stands against them
   */
  public OpportunityTerms terms(String pointer) {
    List<Violation> found = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < criteria.size(); i++) {
      if (!keys.add(criteria.get(i).key())) {
        found.add(DUPLICATE.at(pointer + "/criteria/" + i + "/key", "is a criterion already"));
      }
    }
    if (criteria.stream().mapToInt(CriterionBody::weight).sum() != WHOLE) {
      found.add(INCONSISTENT.at(pointer + "/criteria", "have weights that don't sum to 100"));
    }
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "An opportunity can't be put so.").with(found);
    }
    return new OpportunityTerms(
        title,
        description,
        workLocation,
        Objects.requireNonNullElse(places, 1),
        criteria.stream().map(CriterionBody::criterionSought).toList());
  }

  public Eligibility eligible() {
    return Objects.requireNonNullElse(eligibility, EligibilityBody.ALL).eligibility();
  }
}
