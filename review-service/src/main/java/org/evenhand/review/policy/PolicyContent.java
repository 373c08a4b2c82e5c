package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * What a cycle needs of a policy version; policy-service says the rest to those who ask it.
 *
 * @param pathways what follows from a result, in the policy's own words
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PolicyContent(
    String name,
    Scope scope,
    RatingScale scale,
    List<Criterion> criteria,
    List<Question> form,
    OverallRule overall,
    EvidenceRule evidence,
    Eligibility eligibility,
    List<String> pathways) {

  public PolicyContent {
    scope = scope == null ? Scope.EVERYWHERE : scope;
    criteria = List.copyOf(criteria);
    form = form == null ? List.of() : List.copyOf(form);
    evidence = evidence == null ? EvidenceRule.DEFAULT : evidence;
    eligibility = eligibility == null ? Eligibility.DEFAULT : eligibility;
    pathways = pathways == null ? List.of() : List.copyOf(pathways);
  }

  public Optional<Criterion> criterion(String key) {
    return criteria.stream().filter(criterion -> criterion.key().equals(key)).findFirst();
  }
}
