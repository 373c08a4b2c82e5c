package org.evenhand.review.growth.plan.share;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.review.growth.plan.terms.Gap;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.review.CriterionRating;

/**
 * What a result leaves to be learnt: of each criterion the level next to the one that was rated, in
 * the order of the policy. At the top nothing is left.
 */
record GapsOfResult(PolicyContent policy, List<CriterionRating> ratings) {

  List<Gap> gaps() {
    return policy.criteria().stream().flatMap(this::gap).toList();
  }

  private Stream<Gap> gap(Criterion criterion) {
    return ratings.stream()
        .filter(rating -> rating.criterion().equals(criterion.key()))
        .map(rating -> rating.ordinal() + 1)
        .filter(next -> policy.scale().has(next))
        .map(
            next ->
                new Gap(criterion.key(), next, policy.anchor(criterion.key(), next).orElse(null)));
  }
}
