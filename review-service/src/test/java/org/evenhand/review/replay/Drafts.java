package org.evenhand.review.replay;

import java.util.List;
import java.util.Map;
import org.evenhand.review.policy.Eligibility;
import org.evenhand.review.policy.EvidenceRule;
import org.evenhand.review.policy.OverallRule;

/** Drafts over two past criteria on five levels. */
final class Drafts {

  static final Mapping SAME =
      new Mapping(
          List.of(
              new Mapping.Criteria("delivery", "delivery"),
              new Mapping.Criteria("together", "together")),
          List.of(1, 2, 3, 4, 5));

  static final Eligibility EMPLOYEES = new Eligibility(List.of("EMPLOYEE"), 90);

  private Drafts() {}

  static Draft weighing(int delivery, int together) {
    return new Draft(rules(delivery, together, OverallRule.WEIGHTED, 2), SAME);
  }

  static DraftRules rules(int delivery, int together, OverallRule overall, int observations) {
    return new DraftRules(
        5,
        4,
        List.of(
            new DraftRules.Weight("delivery", delivery),
            new DraftRules.Weight("together", together)),
        overall,
        new EvidenceRule(observations),
        EMPLOYEES);
  }

  /** As it was concluded under 60 and 40. */
  static PastReview review(int delivery, int together) {
    return review(delivery, together, 2);
  }

  static PastReview review(int delivery, int together, int seen) {
    return new PastReview(
        (2 * (60 * delivery + 40 * together) + 100) / 200,
        Map.of("delivery", delivery, "together", together),
        Map.of("delivery", seen, "together", seen),
        new Stay("EMPLOYEE", 400, EMPLOYEES));
  }
}
