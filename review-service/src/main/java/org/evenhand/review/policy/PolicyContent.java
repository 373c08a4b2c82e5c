package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a policy version that a cycle needs; the rest is in policy-service.
 *
 * @param checkIns null where the two agree on it
 * @param pathways what follows from a result, in the policy's own words
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PolicyContent(
    String name,
    Scope scope,
    RatingScale scale,
    List<Criterion> criteria,
    List<Anchor> anchors,
    List<Question> form,
    OverallRule overall,
    EvidenceRule evidence,
    Eligibility eligibility,
    AppealRule appeals,
    @Nullable CheckInRule checkIns,
    List<String> pathways,
    Outcomes outcomes) {

  public PolicyContent {
    scope = scope == null ? Scope.EVERYWHERE : scope;
    criteria = List.copyOf(criteria);
    anchors = anchors == null ? List.of() : List.copyOf(anchors);
    form = form == null ? List.of() : List.copyOf(form);
    evidence = evidence == null ? EvidenceRule.DEFAULT : evidence;
    eligibility = eligibility == null ? Eligibility.DEFAULT : eligibility;
    appeals = appeals == null ? AppealRule.DEFAULT : appeals;
    pathways = pathways == null ? List.of() : List.copyOf(pathways);
    outcomes = outcomes == null ? Outcomes.NONE : outcomes;
  }

  /**
   * What a level of a criterion means; empty where the policy does not say, or has no such level.
   */
  public Optional<String> anchor(String criterion, int ordinal) {
    return anchors.stream()
        .filter(anchor -> anchor.criterion().equals(criterion) && anchor.ordinal() == ordinal)
        .map(Anchor::text)
        .findFirst();
  }

  public Optional<Criterion> criterion(String key) {
    return criteria.stream().filter(criterion -> criterion.key().equals(key)).findFirst();
  }
}
