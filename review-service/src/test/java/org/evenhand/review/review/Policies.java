package org.evenhand.review.review;

import java.util.List;
import org.evenhand.review.policy.AppealRule;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.Eligibility;
import org.evenhand.review.policy.EvidenceRule;
import org.evenhand.review.policy.Outcomes;
import org.evenhand.review.policy.OverallRule;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.RatingLevel;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.policy.Scope;

/** Policies for tests of the domain: delivery weighs 60, together 40. */
final class Policies {

  private Policies() {}

  static PolicyContent weighted(int levels) {
    return policy(levels, OverallRule.WEIGHTED, 2);
  }

  static PolicyContent chosen() {
    return policy(5, OverallRule.CHOSEN, 0);
  }

  static PolicyContent policy(int levels, OverallRule overall, int evidence) {
    return new PolicyContent(
        "Fair ratings",
        new Scope(List.of(), List.of(), List.of()),
        scale(levels),
        List.of(
            new Criterion("delivery", "Delivery", 60, null),
            new Criterion("together", "Working together", 40, null)),
        List.of(),
        List.of(),
        overall,
        new EvidenceRule(evidence),
        new Eligibility(List.of(), 0),
        new AppealRule(20),
        null,
        List.of(),
        new Outcomes(null, null, null));
  }

  static RatingScale scale(int levels) {
    return new RatingScale(
        java.util.stream.IntStream.rangeClosed(1, levels)
            .mapToObj(ordinal -> new RatingLevel(ordinal, "level " + ordinal))
            .toList(),
        0);
  }
}
