package org.evenhand.review.replay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import java.util.Set;
import org.evenhand.review.policy.OverallRule;
import org.evenhand.review.review.Overall;

/** The rules of a draft, with what of the past stands for what of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Draft(DraftRules rules, Mapping mapping) {

  /** In the population of a cycle, without a review in it, and eligible now. */
  private static final String ENTERING = "in";

  private static final String OUTSIDE = "out";

  public Outcome outcome(PastReview past) {
    return new Outcome(level(past), refused(past), past.stay().leavesBy(rules.eligibility()));
  }

  /** What becomes of an assignment that has no review. */
  public String outcome(Stay stay) {
    return stay.entersBy(rules.eligibility()) ? ENTERING : OUTSIDE;
  }

  static boolean isEntering(String outcome) {
    return outcome.equals(ENTERING);
  }

  /**
   * The weights of criteria that nothing of the past stands for don't count. Where nothing does, or
   * the draft lets people choose, what was concluded is only put on the new scale.
   */
  private int level(PastReview past) {
    int sum = 0;
    int weights = 0;
    for (DraftRules.Weight criterion : rules.criteria()) {
      Optional<Integer> rated = rated(past, criterion.key());
      if (rated.isPresent()) {
        sum += criterion.weight() * rated.get();
        weights += criterion.weight();
      }
    }
    return weights == 0 || rules.overall() == OverallRule.CHOSEN
        ? mapping.level(past.level())
        : Overall.mean(sum, weights);
  }

  /** Whether the overall of somebody who was rated on these criteria comes from their weights. */
  public boolean weighs(Set<String> rated) {
    return rules.criteria().stream()
        .anyMatch(each -> each.weight() > 0 && mapping.hasPast(each.key(), rated));
  }

  private boolean refused(PastReview past) {
    return rules.criteria().stream().anyMatch(criterion -> lacksEvidence(past, criterion.key()));
  }

  private boolean lacksEvidence(PastReview past, String criterion) {
    return rated(past, criterion)
        .filter(level -> seen(past, criterion) < rules.evidence().needed(level, rules.levels()))
        .isPresent();
  }

  private Optional<Integer> rated(PastReview past, String criterion) {
    return mapping
        .past(criterion)
        .flatMap(key -> Optional.ofNullable(past.ratings().get(key)))
        .map(mapping::level);
  }

  private int seen(PastReview past, String criterion) {
    return mapping.past(criterion).map(key -> past.seen().getOrDefault(key, 0)).orElse(0);
  }
}
