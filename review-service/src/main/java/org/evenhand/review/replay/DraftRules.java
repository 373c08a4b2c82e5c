package org.evenhand.review.replay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import org.evenhand.review.policy.Eligibility;
import org.evenhand.review.policy.EvidenceRule;
import org.evenhand.review.policy.OverallRule;

/**
 * The rules of a draft by which past reviews can be looked at anew.
 *
 * @param levels how many its scale has
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DraftRules(
    int levels,
    int favourableFrom,
    List<Weight> criteria,
    OverallRule overall,
    EvidenceRule evidence,
    Eligibility eligibility) {

  /**
   * What a criterion counts.
   *
   * @param weight percent
   */
  public record Weight(String key, int weight) {}

  public DraftRules {
    criteria = List.copyOf(criteria);
    Objects.requireNonNull(overall);
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(eligibility);
  }
}
