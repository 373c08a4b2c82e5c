package org.evenhand.review.growth.opportunity.terms;

import java.util.HexFormat;
import java.util.List;
import org.evenhand.kit.data.json.CanonicalJson;
import org.evenhand.kit.data.json.Digest;

/**
 * What an opportunity says.
 *
 * @param workLocation where it is, whose working days count
 * @param places how many are sought
 */
public record OpportunityTerms(
    String title,
    String description,
    String workLocation,
    int places,
    List<SoughtCriterion> criteria) {

  public OpportunityTerms {
    criteria = List.copyOf(criteria);
  }

  /** What was posted, so that anybody can see that it stayed so. */
  private record Posted(OpportunityTerms terms, Eligibility eligibility) {}

  /** SHA-256 of these terms and of who is eligible. */
  public String hash(Eligibility eligibility) {
    return HexFormat.of().formatHex(Digest.sha256(CanonicalJson.of(new Posted(this, eligibility))));
  }
}
