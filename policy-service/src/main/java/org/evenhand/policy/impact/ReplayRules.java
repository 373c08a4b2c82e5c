package org.evenhand.policy.impact;

import java.util.Comparator;
import java.util.List;
import org.evenhand.policy.content.Eligibility;
import org.evenhand.policy.content.Evidence;
import org.evenhand.policy.content.Overall;
import org.evenhand.policy.content.PolicyContent;

/**
 * The rules of a content by which past reviews can be looked at anew. Two contents with equal ones
 * come to the same results, whatever else they say.
 *
 * @param levels how many the scale has
 */
public record ReplayRules(
    int levels,
    int favourableFrom,
    List<Weight> criteria,
    Overall overall,
    Evidence evidence,
    Eligibility eligibility) {

  /**
   * What a criterion counts.
   *
   * @param weight percent
   */
  public record Weight(String key, int weight) {}

  /** In one order, because none of it depends on the order. */
  public static ReplayRules of(PolicyContent content) {
    return new ReplayRules(
        content.scale().levels().size(),
        content.scale().favourableFrom(),
        content.criteria().stream()
            .map(criterion -> new Weight(criterion.key(), criterion.weight()))
            .sorted(Comparator.comparing(Weight::key))
            .toList(),
        content.overall(),
        content.evidence(),
        new Eligibility(
            content.eligibility().workerTypes().stream().sorted().toList(),
            content.eligibility().leastDays()));
  }

  /** Whether no more than how levels are named and read is other than in the earlier rules. */
  public boolean changesTheScaleAlone(ReplayRules earlier) {
    return !weighsOtherwise(earlier)
        && evidence.equals(earlier.evidence)
        && eligibility.equals(earlier.eligibility);
  }

  /** Whether a level can mean something else. */
  public boolean scalesOtherwise(ReplayRules earlier) {
    return levels != earlier.levels || favourableFrom != earlier.favourableFrom;
  }

  /** Whether the overall comes about in another way. */
  public boolean weighsOtherwise(ReplayRules earlier) {
    return overall != earlier.overall || !criteria.equals(earlier.criteria);
  }

  public boolean has(String criterion) {
    return criteria.stream().anyMatch(each -> each.key().equals(criterion));
  }
}
